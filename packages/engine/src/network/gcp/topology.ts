/**
 * The network of Google Cloud, joined: which rules in which order stand before a machine. Sources: "Firewall policies" (evaluation order),
 * "VPC firewall rules", "Routes", "Default network", read 2026-11-22.
 */
import type { EntityMap, Estate, Known, Texts } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { Family } from '../addresses.ts';
import { ANYWHERE, NO_ADDRESS, addressesOf } from '../addresses.ts';
import { Index } from '../names.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, unionPorts } from '../ports.ts';
import { unionOf } from '../ranges.ts';
import type { Doubt } from '../types.ts';
import type { PacketRule } from '../ways/index.ts';
import { portsIn } from '../ways/index.ts';

export type GcpNetwork = EntityMap['gcp.network'];
export type GcpRule = EntityMap['gcp.rule'];
export type GcpInterface = EntityMap['gcp.interface'];

/** The network of an interface: what is read of it, or its name alone. */
export interface NetworkAt {
  readonly network: GcpNetwork | undefined;
  /** All texts by which rules name it. */
  readonly names: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** The other end within the own networks. */
export interface GcpPeer {
  readonly of: GcpInterface;
  /** Tags and accounts of rules mean machines of the same network only. */
  readonly isSameNetwork: boolean;
  /** Rules for what goes out to it, not for what comes in from it. */
  readonly isOut: boolean;
}

/** Lists of rules in their order; what the last leaves is denied. */
export interface RuleLists {
  readonly lists: readonly (readonly PacketRule[])[];
  readonly doubts: readonly Doubt[];
}

const MAX_DEPTH = 20;

export class GcpTopology {
  readonly #networks: Index<GcpNetwork>;
  readonly #subnets: Index<EntityMap['gcp.subnet']>;
  readonly #parents: Index<EntityMap['gcp.parent']>;
  readonly #policies: Index<EntityMap['gcp.policy']>;
  readonly #ofNetwork: ReadonlyMap<string, readonly GcpRule[]>;
  readonly #ofPolicy: ReadonlyMap<string, readonly GcpRule[]>;
  readonly #associations: readonly EntityMap['gcp.policy-association'][];
  readonly #routes: ReadonlyMap<string, readonly EntityMap['gcp.route'][]>;

  constructor(estate: Estate) {
    this.#networks = new Index(estate.all('gcp.network'));
    this.#subnets = new Index(estate.all('gcp.subnet'));
    this.#parents = new Index(estate.all('gcp.parent'));
    this.#policies = new Index(estate.all('gcp.policy'));
    this.#ofNetwork = Map.groupBy(estate.all('gcp.rule'), ({ network }) => textOf(network));
    this.#ofPolicy = Map.groupBy(estate.all('gcp.rule'), ({ policy }) => textOf(policy));
    this.#associations = estate.all('gcp.policy-association');
    this.#routes = Map.groupBy(estate.all('gcp.route'), ({ network }) => textOf(network));
  }

  subnetOf({ subnet }: GcpInterface): EntityMap['gcp.subnet'] | undefined {
    return this.#subnets.get(subnet);
  }

  networkOf(of: GcpInterface): NetworkAt {
    const name = of.network ?? this.subnetOf(of)?.network ?? (of.subnet === undefined ? 'default' : undefined);
    const place = of.interfacePlace;
    if (isUndecided(name)) return { network: undefined, names: [], doubts: [{ detail: name.undecided.detail, place }] };
    if (name === undefined) return { network: undefined, names: [], doubts: [{ detail: 'its network is not in this code', place }] };
    const network = this.#networks.get(name);
    if (network && !network.isElsewhere) return { network, names: network.names, doubts: [] };
    const names = network?.names ?? [name, `projects/${of.account}/global/networks/${name}`];
    // What the default network holds unless somebody took it away is known.
    if (isDefault(name)) return { network, names, doubts: [] };
    return { network, names, doubts: [{ detail: 'the firewall rules of the network are not in this code', place }] };
  }

  /** Is the internet's route there? Null: nobody can say. */
  route(
    at: NetworkAt,
    of: GcpInterface,
    family: Family,
  ): { readonly has: boolean | Doubt; readonly node: string | null; readonly place: Doubt['place'] } {
    const all = [...new Set(at.names.flatMap((name) => this.#routes.get(name) ?? []))];
    const destination = family === 4 ? '0.0.0.0/0' : '::/0';
    const own = all.filter((each) => each.destination === destination && mayApply(each, of));
    const [best] = own.toSorted((a, b) => numberOf(a.priority) - numberOf(b.priority));
    const { network } = at;
    const none = { node: network?.node ?? null, place: network?.place ?? of.interfacePlace };
    if (best) {
      const told = { node: best.node, place: best.place };
      if (best.uncertain) return { has: { detail: 'it is not known whether the route exists', place: best.place }, ...told };
      if (isUndecided(best.toInternet)) return { has: { detail: best.toInternet.undecided.detail, place: best.place }, ...told };
      if (best.toInternet) return { has: true, ...told };
      // A default route of priority 1000 is there besides, unless it was taken away.
      const isFirst = numberOf(best.priority) < 1000 || network?.hasNoDefaultRoute === true || network?.isLive === true;
      return { has: isFirst ? false : { detail: 'two default routes of one priority', place: best.place }, ...told };
    }
    if (network?.isLive) {
      const why = { detail: 'the routes of the network were not collected', place: network.place };
      return { has: all.length > 0 ? false : why, ...none };
    }
    const taken = network?.hasNoDefaultRoute ?? false;
    if (isUndecided(taken)) return { has: { detail: taken.undecided.detail, place: none.place }, ...none };
    return { has: !taken, ...none };
  }

  /** Hierarchical policies from the organization down, then those of the network before or after its own rules. */
  lists(at: NetworkAt, of: GcpInterface, peer: GcpPeer | null = null): RuleLists {
    const { network } = at;
    const own = [...new Set(at.names.flatMap((name) => this.#ofNetwork.get(name) ?? []))];
    const classic = [...this.#packets(own, of, at, peer), ...(peer?.isOut ? [outward(at, of)] : bornRules(at, of, peer !== null))];
    const policies = this.#associations.flatMap((each) => {
      const isOwn = typeof each.target === 'string' && at.names.includes(each.target);
      return isOwn ? [this.#policyRules(each, of, at, peer)] : [];
    });
    const first = network?.policiesFirst ?? false;
    const hidden = isUndecided(first) && policies.length > 0 ? [{ detail: first.undecided.detail, place: network?.place ?? null }] : [];
    const inner = first === true ? [...policies, classic] : [classic, ...policies];
    return { lists: [...this.#hierarchy(of, at, peer), ...inner], doubts: [...at.doubts, ...hidden] };
  }

  #hierarchy(of: GcpInterface, at: NetworkAt, peer: GcpPeer | null): readonly (readonly PacketRule[])[] {
    const { above, isWhole } = this.#above(of.account);
    const found = this.#associations.flatMap((each) => {
      const policy = this.#policies.get(each.policy);
      const { target } = each;
      const isHigher = policy?.isHierarchical ?? each.type === 'google_compute_firewall_policy_association';
      if (!isHigher || (typeof target === 'string' && at.names.includes(target))) return [];
      const depth = typeof target === 'string' ? above.findIndex((names) => names.includes(target)) : -1;
      if (depth === -1 && isWhole && typeof target === 'string') return [];
      const rules = this.#policyRules(each, of, at, peer);
      if (depth >= 0) return [{ depth, rules }];
      const doubt = { detail: 'it is not known whether the project lies below what the policy is tied to', place: each.place };
      return [{ depth: MAX_DEPTH, rules: rules.map((rule) => ({ ...rule, doubts: [...rule.doubts, doubt] })) }];
    });
    return found.toSorted((a, b) => b.depth - a.depth).map(({ rules }) => rules);
  }

  /** Names of what lies above a project, nearest first. `isWhole`: up to the organization. */
  #above(account: string): { readonly above: readonly (readonly string[])[]; readonly isWhole: boolean } {
    const above: (readonly string[])[] = [];
    let parent = this.#parents.get(account)?.parent;
    for (let depth = 0; typeof parent === 'string' && depth < MAX_DEPTH; depth += 1) {
      const entity = this.#parents.get(parent);
      above.push(entity ? [parent, ...entity.names] : [parent]);
      if (parent.startsWith('organizations/')) return { above, isWhole: true };
      parent = entity?.parent;
    }
    return { above, isWhole: false };
  }

  #policyRules(
    association: EntityMap['gcp.policy-association'],
    of: GcpInterface,
    at: NetworkAt,
    peer: GcpPeer | null,
  ): readonly PacketRule[] {
    const name = textOf(association.policy);
    const names = this.#policies.get(name)?.names ?? [name];
    return this.#packets([...new Set(names.flatMap((each) => this.#ofPolicy.get(each) ?? []))], of, at, peer);
  }

  /** Those for the interface, lowest priority first; of the same one denials come first. */
  #packets(rules: readonly GcpRule[], of: GcpInterface, at: NetworkAt, peer: GcpPeer | null): readonly PacketRule[] {
    return rules
      .filter(({ isIngress, isDisabled }) => isIngress !== (peer?.isOut ?? false) && isDisabled !== true)
      .toSorted((a, b) => numberOf(a.priority) - numberOf(b.priority) || Number(b.action === 'deny') - Number(a.action === 'deny'))
      .flatMap((rule) => packetOf(rule, of, { at, peer }));
  }
}

/** Ingress rules that the default network is made with. They may have been taken away. */
function bornRules({ network, names }: NetworkAt, of: GcpInterface, isInner: boolean): readonly PacketRule[] {
  if (network && !network.isElsewhere) return [];
  if (!names.some(isDefault)) return [];
  const doubts = [
    { detail: 'the default network is made with rules that admit this, and it is not in this code', place: of.interfacePlace },
  ];
  const base = { addresses: ANYWHERE, action: 'allow' as const, doubts, node: of.node, place: of.interfacePlace };
  const inner = { ...base, ports: ALL_PORTS, addresses: addressesOf('10.128.0.0/9') ?? NO_ADDRESS, text: '65534 allow all 10.128.0.0/9' };
  const own: readonly PacketRule[] = isInner ? [inner] : [];
  return [
    ...own,
    { ...base, ports: unionPorts(portsIn('tcp', ['22', '3389']), portsIn('icmp', [])), text: '65534 allow tcp/22, tcp/3389, icmp' },
  ];
}

/** What no rule stops goes out. */
function outward({ network }: NetworkAt, of: GcpInterface): PacketRule {
  const { node, place } = network ?? { node: of.node, place: of.interfacePlace };
  return { node, place, ports: ALL_PORTS, addresses: ANYWHERE, action: 'allow', doubts: [], text: '65535 allow all' };
}

/** Tags and accounts that a rule names as where it comes from. */
function isNamed({ sourceTags, sourceAccounts }: GcpRule, { of, isSameNetwork, isOut }: GcpPeer): boolean {
  if (isOut || !isSameNetwork) return false;
  return (
    sourceTags.items.some((each) => of.machineTags.items.includes(each)) ||
    sourceAccounts.items.some((each) => of.accounts.items.includes(each))
  );
}

function packetOf(
  rule: GcpRule,
  of: GcpInterface,
  { at, peer }: { readonly at: NetworkAt; readonly peer: GcpPeer | null },
): readonly PacketRule[] {
  const doubts: Doubt[] = [];
  const doubt = (detail: string): void => void doubts.push({ detail, place: rule.place });
  if (!isTarget(rule, of, { at, doubt })) return [];
  if (rule.uncertain) doubt('it is not known whether the rule exists');
  for (const each of [rule.isIngress, rule.action, rule.priority, rule.isDisabled]) if (isUndecided(each)) doubt(each.undecided.detail);
  if (rule.hasOtherSources) doubt('which addresses the rule means is not known');
  const ends = peer?.isOut ? rule.destinations : rule.sources;
  if (ends.rest) doubt(ends.rest.detail);
  const sets = ends.items.map((text) => {
    const set = addressesOf(text);
    if (!set) doubt(`the addresses ${text.replace(/^~/, '')} are not known`);
    return set ?? ANYWHERE;
  });
  const isAny = rule.hasOtherSources || ends.rest !== null || (peer !== null && isNamed(rule, peer));
  const addresses = isAny ? ANYWHERE : unionOf([NO_ADDRESS, ...sets]);
  const ports = portsFor(rule, doubt);
  const action = rule.action === 'allow' || rule.action === 'deny' ? rule.action : rule.action === 'goto_next' ? 'next' : 'unknown';
  const from = [...rule.sources.items, ...rule.sourceTags.items, ...rule.sourceAccounts.items].slice(0, 3).join(', ');
  const layers = rule.layers
    .map(
      ({ protocol, ports: list }) =>
        `${isUndecided(protocol) ? '?' : protocol}${list.items.length > 0 ? `/${list.items.slice(0, 3).join(',')}` : ''}`,
    )
    .slice(0, 3)
    .join(', ');
  const text = `${isUndecided(rule.priority) ? '?' : rule.priority} ${action === 'next' ? 'goto_next' : action} ${layers} ${from}`.trim();
  return [{ ports, addresses, action, doubts, node: rule.node, place: rule.place, text }];
}

/** Rules with tags or accounts are for machines that have one of them. */
function isTarget(rule: GcpRule, of: GcpInterface, by: { readonly at: NetworkAt; readonly doubt: (detail: string) => void }): boolean {
  const { targetTags, targetAccounts, targetNetworks } = rule;
  if (targetNetworks.items.length > 0 && !targetNetworks.items.some((each) => by.at.names.includes(each))) return false;
  const isAll = targetTags.items.length === 0 && targetAccounts.items.length === 0 && !targetTags.rest && !targetAccounts.rest;
  if (isAll) return true;
  const hits = (wanted: readonly string[], own: readonly string[]): boolean => wanted.some((each) => own.includes(each));
  // Secure tags are bound to machines elsewhere.
  const isSecure = rule.policy !== undefined && targetTags.items.length > 0;
  if (!isSecure && (hits(targetTags.items, of.machineTags.items) || hits(targetAccounts.items, of.accounts.items))) return true;
  if (isSecure && hits(targetAccounts.items, of.accounts.items)) return true;
  const hidden = isSecure || [targetTags, targetAccounts, of.machineTags, of.accounts].some(hasHidden);
  if (!hidden) return false;
  by.doubt('it is not known whether the rule is for this machine');
  return true;
}

/** Variables that nobody has set may be any tag. */
function hasHidden({ items, rest }: Texts): boolean {
  return rest !== null || items.some((each) => /^~(?:\d+\.)?var\.|\uFFFC/.test(each));
}

function portsFor({ layers, layersRest }: GcpRule, doubt: (detail: string) => void): PortSet {
  if (layersRest) doubt('the protocols of the rule are not known');
  let ports = layersRest ? ALL_PORTS : NO_PORTS;
  for (const { protocol, ports: list } of layers) {
    if (isUndecided(protocol)) doubt(protocol.undecided.detail);
    if (list.rest) doubt(list.rest.detail);
    const isHidden = isUndecided(protocol) || list.rest !== null || list.items.some((each) => /[~\uFFFC]/.test(each));
    ports = unionPorts(ports, isHidden ? ALL_PORTS : portsIn(protocol, list.items));
  }
  return ports;
}

/** Routes with tags are for machines that have one. */
function mayApply({ machineTags }: EntityMap['gcp.route'], of: GcpInterface): boolean {
  return machineTags.items.length === 0 || machineTags.items.some((each) => of.machineTags.items.includes(each));
}

function isDefault(name: string): boolean {
  return name === 'default' || name.endsWith('/networks/default');
}

function numberOf(value: Known<number>): number {
  return typeof value === 'number' ? value : -1;
}

function textOf(value: Known<string | undefined>): string {
  return typeof value === 'string' ? value : '';
}
