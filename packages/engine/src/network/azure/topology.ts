/**
 * The network of Azure, joined: what stands before each place. Sources: Azure Virtual Network documentation ("Network security groups",
 * "Service tags", "Virtual network traffic routing"), read 2026-11-22.
 */
import type { AzureRoute, AzureRule, EntityMap, Estate, Known } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet } from '../addresses.ts';
import { ANYWHERE, INTERNET, NO_ADDRESS, addressesOf } from '../addresses.ts';
import { Index } from '../names.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS } from '../ports.ts';
import { covers, overlaps, unionOf } from '../ranges.ts';
import type { Doubt } from '../types.ts';
import type { PacketRule, RuleGrants } from '../ways/index.ts';
import { grantsOfRules, portsIn } from '../ways/index.ts';

export type AzureSubnet = EntityMap['azure.subnet'];
export type AzureConfig = EntityMap['azure.interface']['configs'][number];

/** A security group with the rules of every style. */
export interface JoinedGroup {
  readonly node: string;
  readonly place: Doubt['place'];
  readonly rules: readonly AzureRule[];
  readonly doubts: readonly Doubt[];
  /** Some rule names private addresses. */
  readonly hasTargets: boolean;
  /** Answers so far, by what tells spots apart. */
  readonly judged: Map<string, { readonly rules: readonly PacketRule[]; readonly grants: RuleGrants }>;
}

/** Where a rule is asked about. */
export interface Spot {
  readonly subnet: AzureSubnet | undefined;
  /** Private address, when that is written. */
  readonly address: AddressSet | null;
  readonly asgs: ReadonlySet<string>;
  readonly asgsKnown: boolean;
}

/** Who calls: the internet, or (as everybody can rent a machine there) the addresses of Azure. */
export type Caller = 'internet' | 'AzureCloud';

/** The other end within the own networks. */
export interface Peer {
  readonly asgs: ReadonlySet<string>;
  readonly asgsKnown: boolean;
}

const NO_LINKS: readonly EntityMap['azure.link'][] = [];

export function isDoubt(value: JoinedGroup | Doubt): value is Doubt {
  return 'detail' in value;
}

export class AzureTopology {
  readonly estate: Estate;
  readonly #groups: Index<EntityMap['azure.nsg']>;
  readonly #tables: Index<EntityMap['azure.route-table']>;
  readonly #subnets: Index<AzureSubnet>;
  readonly #vnets: Index<EntityMap['azure.vnet']>;
  readonly #addresses: Index<EntityMap['azure.public-address']>;
  readonly #ownRules: ReadonlyMap<string, readonly EntityMap['azure.nsg-rule'][]>;
  readonly #ownRoutes: ReadonlyMap<string, readonly EntityMap['azure.route'][]>;
  readonly #links: ReadonlyMap<string, readonly EntityMap['azure.link'][]>;
  readonly #joined = new Map<string, JoinedGroup>();
  readonly #spaces = new Map<string, AddressSet>();
  readonly #surroundings = new Map<AzureSubnet, string>();

  constructor(estate: Estate) {
    this.estate = estate;
    this.#groups = new Index(estate.all('azure.nsg'));
    this.#tables = new Index(estate.all('azure.route-table'));
    this.#subnets = new Index(estate.all('azure.subnet'));
    this.#vnets = new Index(estate.all('azure.vnet'));
    this.#addresses = new Index(estate.all('azure.public-address'));
    this.#ownRules = Map.groupBy(estate.all('azure.nsg-rule'), ({ group }) => keyOf(group));
    this.#ownRoutes = Map.groupBy(estate.all('azure.route'), ({ table }) => keyOf(table));
    this.#links = Map.groupBy(estate.all('azure.link'), ({ of }) => keyOf(of));
  }

  subnet(name: Known<string | undefined>): AzureSubnet | undefined {
    return this.#subnets.get(name);
  }

  vnetOf(subnet: AzureSubnet): EntityMap['azure.vnet'] | undefined {
    return this.#vnets.get(subnet.vnet);
  }

  publicAddress(name: Known<string | undefined>): EntityMap['azure.public-address'] | undefined {
    return this.#addresses.get(name);
  }

  /** What blocks of their own tie to a thing. */
  linked(role: EntityMap['azure.link']['role'], names: readonly string[]): readonly EntityMap['azure.link'][] {
    if (this.#links.size === 0) return NO_LINKS;
    let found: EntityMap['azure.link'][] | null = null;
    for (const name of names) for (const each of this.#links.get(name) ?? []) if (each.role === role) (found ??= []).push(each);
    return found ?? NO_LINKS;
  }

  /** The security group before a subnet or an interface; null: there is none. */
  group(written: Known<string | undefined>, names: readonly string[]): JoinedGroup | Doubt | null {
    const link = this.linked('group', names)[0];
    const name = written ?? link?.to;
    if (name === undefined) return null;
    const place = link?.place ?? null;
    if (isUndecided(name)) return { detail: name.undecided.detail, place };
    const found = this.#groups.get(name);
    if (!found) return { detail: 'its network security group is not in what was read', place };
    const known = this.#joined.get(found.id);
    if (known) return known;
    const more = found.names.flatMap((each) => this.#ownRules.get(each) ?? []);
    const own = more.filter((each) => each.account === found.account).map(({ rule }) => rule);
    const doubts: readonly Doubt[] = found.isElsewhere
      ? [{ detail: 'the rules of the network security group are not in this code', place: found.place }]
      : found.rest
        ? [{ detail: found.rest.detail, place: found.place }]
        : [];
    const rules = [...found.rules, ...new Set(own)];
    const hasTargets = rules.some(({ destinations }) => destinations.items.some((each) => !isAny(each)));
    const joined: JoinedGroup = { node: found.node, place: found.place, rules, doubts, hasTargets, judged: new Map() };
    this.#joined.set(found.id, joined);
    return joined;
  }

  /** Routes of a subnet's own table; null: it has none, so that the ways of the system hold. */
  routes(subnet: AzureSubnet): { readonly routes: readonly AzureRoute[]; readonly doubts: readonly Doubt[] } | null {
    const link = this.linked('table', subnet.names)[0];
    const name = subnet.table ?? link?.to;
    if (name === undefined) return null;
    if (isUndecided(name)) return { routes: [], doubts: [{ detail: name.undecided.detail, place: subnet.place }] };
    const table = this.#tables.get(name);
    if (!table || table.isElsewhere)
      return { routes: [], doubts: [{ detail: 'its route table is not in this code', place: subnet.place }] };
    const more = table.names.flatMap((each) => this.#ownRoutes.get(each) ?? []).map(({ route }) => route);
    const doubts = table.rest ? [{ detail: table.rest.detail, place: table.place }] : [];
    return { routes: [...table.routes, ...new Set(more)], doubts };
  }

  /** What the tag VirtualNetwork stands for in a subnet: its network and those that it is peered with. */
  space(subnet: AzureSubnet): AddressSet {
    const vnet = this.vnetOf(subnet);
    const key = vnet?.id ?? subnet.id;
    const known = this.#spaces.get(key);
    if (known) return known;
    const remotes = this.estate
      .all('azure.peering')
      .filter((each) => vnet && typeof each.vnet === 'string' && vnet.names.includes(each.vnet) && each.allowsAccess === true)
      .flatMap(({ remote }) => this.#vnets.get(remote)?.cidrs.items ?? []);
    const found = setOf([...(vnet?.cidrs.items ?? subnet.cidrs.items), ...remotes]);
    this.#spaces.set(key, found);
    return found;
  }

  /** A default route of its own may make the tag VirtualNetwork hold the whole internet. */
  #mayHoldInternet(subnet: AzureSubnet | undefined): boolean {
    const routes = subnet && this.routes(subnet);
    return routes?.routes.some(({ prefix, nextHop }) => prefix === '0.0.0.0/0' && nextHop !== 'None') ?? false;
  }

  /** The inbound rules of a group at a spot and what they grant; spots that no rule tells apart share the answer. */
  judged(group: JoinedGroup, spot: Spot, caller: Caller): { readonly rules: readonly PacketRule[]; readonly grants: RuleGrants } {
    const where = group.hasTargets ? `${spot.subnet?.id ?? ''}|${String(spot.address)}` : this.#surroundingsOf(spot.subnet);
    const asgs = spot.asgs.size === 0 ? '' : [...spot.asgs].join(',');
    const key = `${where}|${asgs}|${spot.asgsKnown}|${caller}`;
    const known = group.judged.get(key);
    if (known) return known;
    const rules = this.#inbound(group, spot, caller);
    const found = { rules, grants: grantsOfRules([rules], group.doubts) };
    group.judged.set(key, found);
    return found;
  }

  /** What of a subnet counts for rules that name no destination: the addresses of its network, and whether they may be more. */
  #surroundingsOf(subnet: AzureSubnet | undefined): string {
    if (!subnet) return '';
    const known = this.#surroundings.get(subnet);
    if (known !== undefined) return known;
    const found = `${this.vnetOf(subnet)?.id ?? subnet.id}|${this.#mayHoldInternet(subnet)}`;
    this.#surroundings.set(subnet, found);
    return found;
  }

  /** The same between two places of the own networks: what a group lets in from there, or out to there. */
  inner(group: JoinedGroup, spot: Spot, { peer, isOut }: { readonly peer: Peer; readonly isOut: boolean }): RuleGrants {
    const asgs = (of: Peer): string => `${[...of.asgs].join(',')}|${of.asgsKnown}`;
    const key = `${spot.subnet?.id ?? ''}|${String(spot.address)}|${asgs(spot)}|${asgs(peer)}|${isOut}`;
    const known = group.judged.get(key);
    if (known) return known.grants;
    const wanted = isOut ? 'outbound' : 'inbound';
    const own = group.rules
      .filter(({ direction }) => isUndecided(direction) || direction.toLowerCase() === wanted)
      .toSorted((a, b) => turnOf(a) - turnOf(b))
      .flatMap((rule) => this.#packets(isOut ? turned(rule) : rule, spot, 'internet', peer));
    const { node, place } = group;
    const base = { node, place, ports: ALL_PORTS, doubts: [] };
    const rules: readonly PacketRule[] = [
      ...own,
      { ...base, addresses: spot.subnet ? this.space(spot.subnet) : NO_ADDRESS, action: 'allow', text: '65000 allow all VirtualNetwork' },
      { ...base, addresses: ANYWHERE, action: 'deny', text: '65500 deny all' },
    ];
    const grants = grantsOfRules([rules], group.doubts);
    group.judged.set(key, { rules, grants });
    return grants;
  }

  /** Those that every group has included, in their order. */
  #inbound(group: JoinedGroup, spot: Spot, caller: Caller): readonly PacketRule[] {
    const own = group.rules
      .filter(({ direction }) => isUndecided(direction) || direction.toLowerCase() === 'inbound')
      .toSorted((a, b) => turnOf(a) - turnOf(b))
      .flatMap((rule) => this.#packets(rule, spot, caller));
    return [...own, ...this.#defaults(group, spot, caller)];
  }

  #defaults({ node, place }: JoinedGroup, spot: Spot, caller: Caller): readonly PacketRule[] {
    const base = { node, place, ports: ALL_PORTS, doubts: [] };
    const inner = this.#tag('VirtualNetwork', spot, caller);
    return [
      { ...base, addresses: inner.addresses, doubts: inner.doubts, action: 'allow', text: '65000 allow all VirtualNetwork' },
      { ...base, addresses: ANYWHERE, action: 'deny', text: '65500 deny all' },
    ];
  }

  #packets(rule: AzureRule, spot: Spot, caller: Caller, peer: Peer | null = null): readonly PacketRule[] {
    const doubts: Doubt[] = [];
    const doubt = (detail: string): void => void doubts.push({ detail, place: rule.place });
    if (rule.uncertain) doubt('it is not known whether the rule exists');
    if (isUndecided(rule.direction)) doubt(rule.direction.undecided.detail);
    if (isUndecided(rule.priority)) doubt(rule.priority.undecided.detail);
    const ports = rulePorts(rule, doubt);
    const towards = this.#towards(rule, spot, doubt);
    if (towards === 'no') return [];
    const addresses = this.#from(rule, spot, { caller, doubts, peer });
    const isAllow = isUndecided(rule.access) ? 'unknown' : rule.access.toLowerCase() === 'allow' ? 'allow' : 'deny';
    const sources = [...rule.sources.items, ...rule.sourceGroups.items.map(lastPart)].slice(0, 3).join(', ');
    const number = isUndecided(rule.priority) ? '?' : rule.priority;
    const portsText = rule.ports.items.slice(0, 3).join(', ') || '*';
    const text = `${number} ${isAllow} ${isUndecided(rule.protocol) ? '?' : rule.protocol.toLowerCase()}/${portsText} ${sources}`.trim();
    return [{ node: rule.node, place: rule.place, ports, addresses, action: isAllow, doubts, text }];
  }

  /** Does the destination of a rule hold the spot? Destinations are private addresses: translation comes before. */
  #towards(rule: AzureRule, spot: Spot, doubt: (detail: string) => void): 'yes' | 'no' {
    if (rule.destinationGroups.items.length > 0 || rule.destinationGroups.rest) {
      if (rule.destinationGroups.items.some((each) => spot.asgs.has(each))) return 'yes';
      if (spot.asgsKnown && !rule.destinationGroups.rest) return 'no';
      doubt('it is not known which application security groups it belongs to');
      return 'yes';
    }
    if (rule.destinations.rest) doubt(rule.destinations.rest.detail);
    const all = rule.destinations.items;
    if (all.length === 0 || all.some((each) => isAny(each) || each.toLowerCase() === 'virtualnetwork')) return 'yes';
    const own = spot.address ?? setOf(spot.subnet?.cidrs.items ?? []);
    const sets = all.map((each) => addressesOf(each));
    const known = unionOf(sets.flatMap((each) => (each ? [each] : [])));
    if (own.length > 0 && covers(known, own)) return 'yes';
    const isHidden = sets.some((each, index) => each === null && /[~\uFFFC]/.test(all[index] ?? ''));
    if (own.length > 0 && !overlaps(known, own) && !isHidden && !rule.destinations.rest) return 'no';
    if (own.length === 0 && known.length === 0 && !isHidden && !rule.destinations.rest) return 'no';
    doubt('it is not known whether its private address is the destination of the rule');
    return 'yes';
  }

  #from(
    rule: AzureRule,
    spot: Spot,
    { caller, doubts, peer }: { readonly caller: Caller; readonly doubts: Doubt[]; readonly peer: Peer | null },
  ): AddressSet {
    const sets: AddressSet[] = [];
    if (rule.sources.rest) doubts.push({ detail: rule.sources.rest.detail, place: rule.place });
    for (const text of rule.sources.items) {
      // Between own places the tag is the own networks, whatever else it may hold.
      const isInner = peer !== null && text.toLowerCase() === 'virtualnetwork' && spot.subnet !== undefined;
      const found = isInner && spot.subnet ? { addresses: this.space(spot.subnet), doubts: [] } : this.#source(text, spot, caller);
      sets.push(found.addresses);
      doubts.push(...found.doubts.map((each) => ({ ...each, place: each.place ?? rule.place })));
    }
    // Members of application security groups have private addresses of the network.
    if (rule.sourceGroups.items.length > 0 && spot.subnet) sets.push(NO_ADDRESS);
    if (peer && (rule.sourceGroups.items.length > 0 || rule.sourceGroups.rest)) {
      if (rule.sourceGroups.items.some((each) => peer.asgs.has(each))) return ANYWHERE;
      if (rule.sourceGroups.rest || !peer.asgsKnown) {
        doubts.push({ detail: 'it is not known which application security groups it belongs to', place: rule.place });
        return ANYWHERE;
      }
    }
    const known = unionOf(sets);
    return rule.sources.rest ? ANYWHERE : known;
  }

  #source(text: string, spot: Spot, caller: Caller): { readonly addresses: AddressSet; readonly doubts: readonly Doubt[] } {
    if (isAny(text)) return { addresses: ANYWHERE, doubts: [] };
    const set = addressesOf(text);
    if (set) return { addresses: set, doubts: [] };
    if (/[~\uFFFC]/.test(text))
      return { addresses: ANYWHERE, doubts: [{ detail: `the addresses ${text.replace(/^~/, '')} are not known`, place: null }] };
    return this.#tag(text, spot, caller);
  }

  /** Service tags. Those of services (Storage, AzureFrontDoor …) are addresses that nobody else has. */
  #tag(tag: string, spot: Spot, caller: Caller): { readonly addresses: AddressSet; readonly doubts: readonly Doubt[] } {
    const name = tag.toLowerCase();
    if (name === 'internet') return { addresses: unionOf([INTERNET[4], INTERNET[6]]), doubts: [] };
    if (name === 'azurecloud' || name.startsWith('azurecloud.'))
      return { addresses: caller === 'AzureCloud' ? unionOf([INTERNET[4], INTERNET[6]]) : NO_ADDRESS, doubts: [] };
    if (name !== 'virtualnetwork') return { addresses: NO_ADDRESS, doubts: [] };
    if (!this.#mayHoldInternet(spot.subnet)) return { addresses: spot.subnet ? this.space(spot.subnet) : NO_ADDRESS, doubts: [] };
    const detail = 'a default route of its own may make the tag VirtualNetwork hold the internet';
    return { addresses: ANYWHERE, doubts: [{ detail, place: null }] };
  }
}

export function isAny(text: string): boolean {
  return ['*', 'any', '0.0.0.0/0'].includes(text.toLowerCase());
}

/** A rule for what goes out, read as one for what comes in: the other end is where it comes from. */
function turned(rule: AzureRule): AzureRule {
  const { sources, destinations, sourceGroups, destinationGroups } = rule;
  return { ...rule, sources: destinations, destinations: sources, sourceGroups: destinationGroups, destinationGroups: sourceGroups };
}

function keyOf(name: Known<string | undefined>): string {
  return typeof name === 'string' ? name : '';
}

function turnOf({ priority }: AzureRule): number {
  return isUndecided(priority) ? -1 : priority;
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

export function setOf(texts: readonly string[]): AddressSet {
  return unionOf(texts.map((each) => addressesOf(each) ?? NO_ADDRESS));
}

function rulePorts({ protocol, ports }: AzureRule, doubt: (detail: string) => void): PortSet {
  if (isUndecided(protocol)) doubt(protocol.undecided.detail);
  if (ports.rest) doubt(ports.rest.detail);
  if (ports.rest || isUndecided(protocol)) return ALL_PORTS;
  return portsIn(protocol, ports.items);
}
