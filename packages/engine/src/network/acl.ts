/**
 * Network ACLs: the first entry that matches decides, in each direction by itself. Answers go back to the port the caller chose.
 * Source: Amazon VPC User Guide, "Network ACLs", "Ephemeral ports" (1024–65535), read 2026-11-22.
 */
import type { AwsAclEntry } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet, Family } from './addresses.ts';
import { ANYWHERE, cidrsOf, isInternetOf } from './addresses.ts';
import type { Grant, Station } from './flow.ts';
import { OPEN, bothStations, doubtful, flowOf } from './flow.ts';
import type { PortSet } from './ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort, portsOf, protocolsWith, rangesOfPorts, withoutPorts } from './ports.ts';
import { intersectionOf, unionOf, without } from './ranges.ts';
import type { Acl, Subnet, Topology } from './topology.ts';
import { doubtsOf, isDoubt, unknownAddress } from './topology.ts';
import type { Doubt, Reason } from './types.ts';

const EPHEMERAL = [1024, 65_535] as const;

interface Entry {
  readonly entry: AwsAclEntry;
  /** What it may match at most; the same as what it matches when `doubts` is empty. */
  readonly ports: PortSet;
  readonly addresses: AddressSet;
  readonly number: number;
  readonly isAllow: boolean;
  readonly doubts: readonly Doubt[];
}

function entriesOf(acl: Acl, direction: 'ingress' | 'egress', topology: Topology): readonly Entry[] {
  return acl.entries
    .filter((each) => each.direction === direction || isUndecided(each.direction))
    .map((entry) => readEntry(entry, topology))
    .toSorted((a, b) => a.number - b.number);
}

function readEntry(entry: AwsAclEntry, topology: Topology): Entry {
  const { protocol, from, to, cidr, number, isAllow, place } = entry;
  const doubts: Doubt[] = [protocol, from, to, cidr, number, isAllow, entry.direction].flatMap((each) => doubtsOf(each, place));
  if (entry.uncertain) doubts.push({ detail: 'it is not known whether the rule exists', place });
  const ports = isUndecided(protocol) || isUndecided(from) || isUndecided(to) ? ALL_PORTS : portsOf(protocol, from, to);
  const addresses = typeof cidr === 'string' ? topology.addresses(cidr) : null;
  if (typeof cidr === 'string' && addresses === null) doubts.push({ detail: unknownAddress(cidr), place });
  return {
    entry,
    ports: ports ?? ALL_PORTS,
    addresses: addresses ?? ANYWHERE,
    // Where nobody knows its turn it comes first: it may decide everything.
    number: isUndecided(number) ? -1 : number,
    isAllow: isAllow === true,
    doubts,
  };
}

/**
 * What the entries allow, as rectangles of ports and addresses. An entry that is not known in full allows nothing in the sure answer and
 * everything that it may match in the possible one. O(entries²).
 */
function allowed(entries: readonly Entry[], isPossible: boolean): readonly Grant[] {
  const granted: Grant[] = [];
  let open: Grant[] = [{ ports: ALL_PORTS, from: ANYWHERE }];
  for (const { ports, addresses, isAllow, doubts } of entries) {
    const passes = doubts.length === 0 ? isAllow : isPossible;
    const left: Grant[] = [];
    for (const each of open) {
      const hitPorts = commonPorts(each.ports, ports);
      const hit = isNoPort(hitPorts) ? [] : intersectionOf(each.from, addresses);
      if (hit.length === 0) {
        left.push(each);
        continue;
      }
      if (passes) granted.push({ ports: hitPorts, from: hit });
      const otherPorts = withoutPorts(each.ports, ports);
      if (!isNoPort(otherPorts)) left.push({ ports: otherPorts, from: each.from });
      const otherAddresses = without(each.from, addresses);
      if (otherAddresses.length > 0) left.push({ ports: hitPorts, from: otherAddresses });
    }
    open = left;
  }
  return granted;
}

/** What both directions of a list allow, for any addresses. */
export interface AclGrants {
  readonly sure: { readonly in: readonly Grant[]; readonly out: readonly Grant[] };
  readonly possible: { readonly in: readonly Grant[]; readonly out: readonly Grant[] };
  readonly doubts: readonly Doubt[];
}

const ALL: readonly Grant[] = [{ ports: ALL_PORTS, from: ANYWHERE }];

export function grantsOf(acl: Acl, topology: Topology): AclGrants {
  if (acl.isOpen) {
    const everything = { in: ALL, out: ALL };
    return { sure: acl.doubts.length > 0 ? { in: [], out: [] } : everything, possible: everything, doubts: acl.doubts };
  }
  const [ingress, egress] = [entriesOf(acl, 'ingress', topology), entriesOf(acl, 'egress', topology)];
  const more = acl.doubts.length > 0;
  return {
    sure: { in: allowed(ingress, false), out: allowed(egress, false) },
    possible: more ? { in: ALL, out: ALL } : { in: allowed(ingress, true), out: allowed(egress, true) },
    doubts: [...acl.doubts, ...[...ingress, ...egress].flatMap(({ doubts }) => doubts)],
  };
}

/** Protocols whose answers may go back, and to whom. */
export function returning(grants: readonly Grant[]): readonly Grant[] {
  return grants.map(({ ports, from }) => ({ ports: protocolsWith(ports, ...EPHEMERAL), from }));
}

/** The list as a station for the internet, answers included. */
export function aclStation(subnet: Subnet, family: Family, topology: Topology): Station {
  const { acl } = subnet;
  if (isDoubt(acl)) return doubtful(acl);
  if (acl.isOpen && acl.doubts.length === 0) return OPEN;
  const { sure, possible, doubts } = grantsOf(acl, topology);
  const inward: Station = { sure: flowOf(sure.in, family), possible: flowOf(possible.in, family), doubts };
  const outward: Station = { sure: flowOf(returning(sure.out), family), possible: flowOf(returning(possible.out), family), doubts: [] };
  return bothStations(inward, outward);
}

/** The ports of the second that a list allows between addresses that are known. */
export function portsBetween(grants: readonly Grant[], addresses: AddressSet, wanted: PortSet): PortSet {
  let ports = NO_PORTS;
  for (const each of grants) {
    if (without(addresses, each.from).length === 0) ports = unionOfPorts(ports, commonPorts(each.ports, wanted));
  }
  return ports;
}

function unionOfPorts(one: PortSet, other: PortSet): PortSet {
  return one === NO_PORTS ? other : (one.map((ranges, index) => unionOf([ranges, other[index] ?? []])) as unknown as PortSet); // five of five
}

/** Which entry lets the ports in, or what stops them: nothing allows them, or nothing lets the answers out. */
export function aclReason(subnet: Subnet, family: Family, ports: PortSet, topology: Topology): Reason {
  const base = { station: 'nacl' as const };
  const { acl } = subnet;
  if (isDoubt(acl)) return { ...base, says: 'undecided', node: subnet.node, detail: acl.detail, place: acl.place };
  if (acl.isOpen && acl.doubts.length === 0)
    return { ...base, says: 'passes', node: subnet.vpc?.node ?? null, detail: 'default', place: subnet.vpc?.entity.place ?? null };
  const station = aclStation(subnet, family, topology);
  const decides = (direction: 'ingress' | 'egress', isAllow: boolean): Entry | undefined =>
    entriesOf(acl, direction, topology).find(
      (each) =>
        each.isAllow === isAllow &&
        each.doubts.length === 0 &&
        isInternetOf(family, each.addresses) &&
        (direction === 'egress' || !isNoPort(commonPorts(each.ports, ports))),
    );
  const describe = ({ entry, ports: own, addresses }: Entry): Pick<Reason, 'node' | 'detail' | 'place'> => ({
    node: entry.node,
    detail: `${isUndecided(entry.number) ? '?' : entry.number} ${entry.isAllow === true ? 'allow' : 'deny'} ${portText(own)} ${cidrsOf(addresses, 2).join(', ')}`,
    place: entry.place,
  });
  const open = decides('ingress', true);
  if (open && !isNoPort(commonPorts(passing(station, family), ports))) return { ...base, says: 'passes', ...describe(open) };
  const [doubt] = station.doubts;
  if (doubt) return { ...base, says: 'undecided', node: acl.node, detail: doubt.detail, place: doubt.place };
  const outward = flowOf(returning(grantsOf(acl, topology).sure.out), family);
  if (open && isNoPort(commonPorts(outward.open, ports)))
    return { ...base, says: 'stops', node: acl.node, detail: 'no rule lets answers out to ports 1024-65535', place: acl.place };
  const shut = decides('ingress', false);
  if (shut) return { ...base, says: 'stops', ...describe(shut) };
  return { ...base, says: 'stops', node: acl.node, detail: 'no rule allows it', place: acl.place };
}

function passing({ sure }: Station, family: Family): PortSet {
  let ports = sure.open;
  for (const each of sure.partial) if (isInternetOf(family, each.from)) ports = unionOfPorts(ports, each.ports);
  return ports;
}

/** `tcp/22, tcp/80-81`: at most three. */
export function portText(set: PortSet): string {
  const ranges = rangesOfPorts(set);
  const texts = ranges.map(({ protocol, from, to }) =>
    protocol === 'all' ? 'all' : `${protocol}/${from === to ? from : `${from}-${to}`}`,
  );
  return texts.length > 3 ? `${texts.slice(0, 3).join(', ')}, …` : texts.join(', ');
}
