/** From one place of the own networks to another: routes, both network ACLs, both sides' groups. Sources: Amazon VPC User Guide, VPC Peering Guide, Transit Gateways guide, read 2026-11-22. */
import type { AclGrants } from './acl.ts';
import { grantsOf, portsBetween, returning } from './acl.ts';
import type { AddressSet } from './addresses.ts';
import { NO_ADDRESS } from './addresses.ts';
import { portsFor } from './groups.ts';
import type { PortSet } from './ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort, unionPorts } from './ports.ts';
import { unionOf, without } from './ranges.ts';
import { routed, wayOf } from './routes.ts';
import type { Group, Subnet, Topology, Vpc } from './topology.ts';
import { isDoubt } from './topology.ts';
import { Transit } from './transit.ts';

/** What passes for sure, and what may. */
export interface Passing {
  readonly sure: PortSet;
  readonly possible: PortSet;
}

export interface End {
  readonly subnet: Subnet;
  readonly groups: readonly Group[];
  /** Nothing filters it. */
  readonly isUnfiltered: boolean;
  readonly hasDoubts: boolean;
}

export const SHUT: Passing = { sure: NO_PORTS, possible: NO_PORTS };
const OPEN: Passing = { sure: ALL_PORTS, possible: ALL_PORTS };

function meet(one: Passing, other: Passing): Passing {
  return { sure: commonPorts(one.sure, other.sure), possible: commonPorts(one.possible, other.possible) };
}

export function join(one: Passing, other: Passing): Passing {
  return { sure: unionPorts(one.sure, other.sure), possible: unionPorts(one.possible, other.possible) };
}

/** A set of groups that somebody has; equal ones are one. */
interface GroupList {
  readonly id: number;
  readonly set: ReadonlySet<number>;
}

/** More lists of groups, or subnets, than an estate has. */
const MANY = 100_003;

type Link = 'same' | 'peering' | 'transit' | 'transit with groups' | 'possible' | null;

/** Answers for pairs of places; what pairs have in common is computed once. */
export class Between {
  readonly #topology: Topology;
  readonly #transit: Transit;
  /** VPCs with a table that may lead to others. */
  readonly #open = new Set<Vpc>();
  readonly #links = new Map<number, Link>();
  readonly #acls = new Map<Subnet, AclGrants>();
  readonly #aclPairs = new Map<number, Passing>();
  readonly #rules = new Map<number, Passing>();
  readonly #groupLists = new WeakMap<readonly Group[], GroupList>();
  readonly #groupSets = new Map<string, GroupList>();

  constructor(topology: Topology) {
    this.#topology = topology;
    this.#transit = new Transit(topology);
    for (const { vpc, table } of topology.subnets) {
      if (!vpc || this.#open.has(vpc)) continue;
      const leaves =
        isDoubt(table) || table.doubts.length > 0 || table.routes.some(({ route }) => route.target === 'peering' || route.target === 'tgw');
      if (leaves) this.#open.add(vpc);
    }
  }

  passing(from: End, to: End): Passing {
    const link = this.link(from.subnet, to.subnet);
    if (link === null) return SHUT;
    const filtered = this.#filters(from, to, link);
    if (isNoPort(filtered.possible)) return SHUT;
    const both = meet(filtered, this.#lists(from.subnet, to.subnet));
    return link === 'possible' ? { sure: NO_PORTS, possible: both.possible } : both;
  }

  /** A quick no: nothing leads from one VPC to the other. */
  isApart(from: Subnet, to: Subnet): boolean {
    return from.vpc !== null && to.vpc !== null && from.vpc !== to.vpc && !(this.#open.has(from.vpc) && this.#open.has(to.vpc));
  }

  /** How packets get from subnet to subnet, and the answers back. */
  link(from: Subnet, to: Subnet): Link {
    const key = from.index * 1_000_003 + to.index;
    const known = this.#links.get(key);
    if (known !== undefined) return known;
    const found = this.#findLink(from, to);
    this.#links.set(key, found);
    return found;
  }

  #findLink(from: Subnet, to: Subnet): Link {
    if (!from.vpc || !to.vpc) return from.entity.vpc === to.entity.vpc && typeof from.entity.vpc === 'string' ? 'same' : null;
    if (from.vpc === to.vpc) return 'same';
    const [there, back] = [this.#leads(from, to), this.#leads(to, from)];
    if (there === null || back === null) return null;
    if (there === 'possible' || back === 'possible') return 'possible';
    return there === 'peering' && back === 'peering' ? 'peering' : there === 'transit with groups' ? there : 'transit';
  }

  /** Where the table of a subnet sends what is for the other. */
  #leads(from: Subnet, to: Subnet): Link {
    const { table } = from;
    if (isDoubt(table)) return 'possible';
    const ways = routed(table, to.cidrs, this.#topology);
    const covered = ways.filter(({ way }) => way === 'peering' || way === 'tgw');
    const [way] = covered;
    if (!way || to.cidrs.length === 0) return table.doubts.length > 0 ? 'possible' : null;
    if (without(to.cidrs, unionOf(covered.map((each) => each.to))).length > 0 && to.cidrs.length === 2) return null;
    const isSure = way.route.isSure && table.doubts.length === 0;
    if (wayOf(way.route, this.#topology) === 'peering') {
      const peering = this.#joins(way.route.route.targetName, from.vpc, to.vpc);
      return peering === true ? (isSure ? 'peering' : 'possible') : peering === null ? 'possible' : null;
    }
    const reached = this.#transit.leads(way.route.route.targetName, { from: from.vpc, to: to.vpc, addresses: to.cidrs });
    return reached === true ? (isSure ? 'transit' : 'possible') : reached === null ? 'possible' : null;
  }

  /** Does a peering join the two VPCs? It leads no further than to its two ends. Null: nobody can say. */
  #joins(name: unknown, from: Vpc | null, to: Vpc | null): boolean | null {
    const peering = typeof name === 'string' ? this.#topology.estate.named('aws.peering', name)[0] : undefined;
    if (!peering) return null;
    const ends = new Set([this.#topology.vpc(peering.vpc), this.#topology.vpc(peering.peer)]);
    if (!ends.has(from ?? undefined) || !ends.has(to ?? undefined)) return ends.has(undefined) && ends.size > 1 ? null : false;
    return peering.isActive === true ? true : peering.isActive === false ? false : null;
  }

  #filters(from: End, to: End, link: Exclude<Link, null>): Passing {
    const sharesGroups = link === 'same' || link === 'peering' || link === 'transit with groups';
    const out = from.isUnfiltered ? OPEN : this.#ruled(from.groups, 'egress', { end: to, sharesGroups, doubts: from.hasDoubts });
    if (isNoPort(out.possible)) return SHUT;
    const inward = to.isUnfiltered ? OPEN : this.#ruled(to.groups, 'ingress', { end: from, sharesGroups, doubts: to.hasDoubts });
    return meet(out, inward);
  }

  #ruled(groups: readonly Group[], direction: 'ingress' | 'egress', of: { end: End; sharesGroups: boolean; doubts: boolean }): Passing {
    const [own, other] = [this.#listOf(groups), this.#listOf(of.end.groups)];
    // Below 2^53: lists and subnets are counted.
    const flags = (direction === 'ingress' ? 4 : 0) + (of.sharesGroups ? 2 : 0) + (of.doubts ? 1 : 0);
    const key = ((own.id * MANY + other.id) * MANY + of.end.subnet.index) * 8 + flags;
    const known = this.#rules.get(key);
    if (known) return known;
    const side = { addresses: of.end.subnet.cidrs, groups: other.set, sharesGroups: of.sharesGroups };
    let [sure, possible] = [NO_PORTS, NO_PORTS];
    for (const group of groups) {
      const found = portsFor(direction === 'ingress' ? group.ingress : group.egress, side);
      sure = unionPorts(sure, found.sure);
      possible = unionPorts(possible, group.doubts[direction].length > 0 ? ALL_PORTS : found.possible);
    }
    const passing: Passing = { sure, possible: of.doubts ? ALL_PORTS : possible };
    this.#rules.set(key, passing);
    return passing;
  }

  #listOf(groups: readonly Group[]): GroupList {
    const seen = this.#groupLists.get(groups);
    if (seen) return seen;
    const key = groups.map(({ index }) => index).join(',');
    const list = this.#groupSets.get(key) ?? { id: this.#groupSets.size, set: new Set(groups.map(({ index }) => index)) };
    this.#groupSets.set(key, list);
    this.#groupLists.set(groups, list);
    return list;
  }

  /** Within a subnet no list is asked. */
  #lists(from: Subnet, to: Subnet): Passing {
    if (from === to) return OPEN;
    const key = from.index * 1_000_003 + to.index;
    const known = this.#aclPairs.get(key);
    if (known) return known;
    const passing = this.#pass(from, to);
    this.#aclPairs.set(key, passing);
    return passing;
  }

  #pass(from: Subnet, to: Subnet): Passing {
    if (isOpenList(from) && isOpenList(to)) return OPEN;
    const [near, far] = [this.#grants(from), this.#grants(to)];
    const of = (answer: 'sure' | 'possible'): PortSet => {
      const out = portsThrough(near?.[answer].out, { addresses: to.cidrs, answer });
      const inward = portsThrough(far?.[answer].in, { addresses: from.cidrs, answer });
      const back = portsThrough(far && returning(far[answer].out), { addresses: from.cidrs, answer });
      const home = portsThrough(near && returning(near[answer].in), { addresses: to.cidrs, answer });
      return [out, inward, back, home].reduce((one, other) => commonPorts(one, other));
    };
    return { sure: of('sure'), possible: of('possible') };
  }

  #grants(subnet: Subnet): AclGrants | null {
    if (isDoubt(subnet.acl)) return null;
    const known = this.#acls.get(subnet);
    if (known) return known;
    const made = grantsOf(subnet.acl, this.#topology);
    this.#acls.set(subnet, made);
    return made;
  }
}

function isOpenList({ acl }: Subnet): boolean {
  return !isDoubt(acl) && acl.isOpen && acl.doubts.length === 0;
}

/** A list that nobody knows lets nothing through for sure, and everything perhaps. */
function portsThrough(
  grants: AclGrants['sure']['in'] | null | undefined,
  { addresses, answer }: { readonly addresses: AddressSet; readonly answer: 'sure' | 'possible' },
): PortSet {
  if (!grants) return answer === 'sure' ? NO_PORTS : ALL_PORTS;
  if (addresses === NO_ADDRESS || addresses.length === 0) return answer === 'sure' ? NO_PORTS : ALL_PORTS;
  return portsBetween(grants, addresses, ALL_PORTS);
}
