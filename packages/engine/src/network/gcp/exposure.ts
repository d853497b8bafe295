/** What the internet reaches in Google Cloud. */
import type { EntityMap, Estate, Known } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { Family } from '../addresses.ts';
import { NO_ADDRESS, addressesOf } from '../addresses.ts';
import { OPEN, SHUT, doubtful, internetPorts } from '../flow.ts';
import { Index } from '../names.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort } from '../ports.ts';
import { unionOf } from '../ranges.ts';
import { Users } from '../users.ts';
import type { Doubt, Exposure, Reason, StationName } from '../types.ts';
import type { JoinedFront, RuleGrants, Stop, Subject, Way } from '../ways/index.ts';
import { grantsOfRules, judge, portsFrom, portsIn, stationOf, tellRules, through } from '../ways/index.ts';
import type { GcpInterface, RuleLists } from './topology.ts';
import { GcpTopology } from './topology.ts';

type Rule = EntityMap['gcp.forwarding-rule'];
type Hop = EntityMap['gcp.hop'];

/** Addresses of Identity-Aware Proxy for TCP, and of proxies and probes of load balancers. Sources: "Using IAP for TCP forwarding", "Firewall rules" of Cloud Load Balancing, read 2026-11-22. */
const IAP = '35.235.240.0/20';
const IAP_ADDRESSES = addressesOf(IAP) ?? NO_ADDRESS;
const PROXIES = unionOf(['130.211.0.0/22', '35.191.0.0/16'].map((each) => addressesOf(each) ?? NO_ADDRESS));

/** A machine, or machines of a group that a template makes. */
interface Place {
  readonly subject: Subject;
  readonly seats: readonly GcpInterface[];
}

/** Everything of Google Cloud that stands in a network, and its load balancers. `fronts`: by name, for those that balancers lead to. */
export function gcpExposures(estate: Estate, fronts: ReadonlyMap<string, JoinedFront>): readonly Exposure[] {
  return new GcpAnalysis(estate, fronts).exposures();
}

/** Everything of Google Cloud that stands in a network, and the networks. */
export function gcpSeats(estate: Estate): Pick<GcpAnalysis, 'seats' | 'topology'> {
  return new GcpAnalysis(estate, new Map());
}

/** The same, with the machines that each rule is for. */
export function gcpFacts(
  estate: Estate,
  fronts: ReadonlyMap<string, JoinedFront>,
): { readonly exposures: readonly Exposure[]; readonly users: Users } {
  const analysis = new GcpAnalysis(estate, fronts);
  return { exposures: analysis.exposures(), users: analysis.users() };
}

class GcpAnalysis {
  readonly #estate: Estate;
  readonly #fronts: ReadonlyMap<string, JoinedFront>;
  readonly #topology: GcpTopology;
  readonly #hops: Index<Hop>;
  readonly #groups: ReadonlyMap<string, readonly EntityMap['gcp.group'][]>;
  readonly #machines: ReadonlyMap<string, readonly Place[]>;
  readonly #places: readonly Place[];
  readonly #found: Exposure[] = [];
  readonly #byProxy = new Set<string>();
  /** Answers so far, for seats that nothing tells apart. */
  readonly #judged = new Map<string, { readonly seat: GcpInterface; readonly found: readonly Exposure[] }>();
  readonly #known = new Map<GcpInterface | string, { readonly lists: RuleLists; readonly grants: RuleGrants }>();

  constructor(estate: Estate, fronts: ReadonlyMap<string, JoinedFront>) {
    this.#estate = estate;
    this.#fronts = fronts;
    this.#topology = new GcpTopology(estate);
    this.#hops = new Index(estate.all('gcp.hop'));
    const seats = estate.all('gcp.interface');
    const own = [
      ...Map.groupBy(
        seats.filter(({ isTemplate }) => !isTemplate),
        ({ id }) => id,
      ).values(),
    ];
    const templates = Map.groupBy(
      seats.filter(({ isTemplate }) => isTemplate),
      ({ id }) => id,
    );
    const templateNames = new Map(
      [...templates.values()].flatMap((group) => (group[0]?.names ?? []).map((name) => [name, group] as const)),
    );
    const groups = estate.all('gcp.group');
    const machines = own.flatMap((group): readonly (Place & { readonly names: readonly string[] })[] =>
      group[0] ? [{ subject: subjectOf(group[0]), seats: group, names: group[0].names }] : [],
    );
    const managed = groups.flatMap((group): readonly (Place & { readonly names: readonly string[] })[] => {
      const made = group.template.items.flatMap((name) => templateNames.get(name) ?? []);
      return made.length > 0 ? [{ subject: subjectOf(group), seats: made, names: group.names }] : [];
    });
    this.#places = [...machines, ...managed];
    this.#machines = indexAll([...machines, ...managed]);
    this.#groups = indexAll(groups);
  }

  exposures(): readonly Exposure[] {
    for (const place of this.#places) this.#place(place);
    for (const rule of this.#estate.all('gcp.forwarding-rule')) this.#forwarding(rule);
    return this.#found;
  }

  /** Everything that stands in a network, once for each of its interfaces. */
  seats(): readonly { readonly node: string; readonly seat: GcpInterface }[] {
    return this.#places.flatMap(({ subject, seats }) => seats.map((seat) => ({ node: subject.node, seat })));
  }

  get topology(): GcpTopology {
    return this.#topology;
  }

  users(): Users {
    const users = new Users();
    const byLists = new Map<RuleLists, Set<string>>();
    for (const { subject, seats } of this.#places) {
      for (const seat of seats) {
        const { lists } = this.#grants(seat);
        byLists.set(lists, (byLists.get(lists) ?? new Set()).add(subject.node));
        const at = this.#topology.networkOf(seat).network;
        if (at) users.add(at.node, subject.node);
      }
    }
    for (const [{ lists }, nodes] of byLists)
      for (const rule of new Set(lists.flat().map(({ node }) => node))) for (const node of nodes) users.add(rule, node);
    return users;
  }

  /** Machines with the same network, tags and accounts share an answer. */
  #grants(seat: GcpInterface): { readonly lists: RuleLists; readonly grants: RuleGrants } {
    const at = this.#topology.networkOf(seat);
    const texts = [at.names[0] ?? '', seat.account, seat.machineTags.items.join(','), seat.accounts.items.join(',')];
    const isPlain = at.doubts.length === 0 && at.network && !seat.machineTags.rest && !seat.accounts.rest;
    const key = isPlain ? texts.join('|') : seat;
    const known = this.#known.get(key);
    if (known) return known;
    const lists = this.#topology.lists(at, seat);
    const found = { lists, grants: grantsOfRules(lists.lists, lists.doubts) };
    this.#known.set(key, found);
    return found;
  }

  #place({ subject, seats }: Place): void {
    const [seat, another] = seats;
    const key = seat && !another ? this.#keyOf(seat) : null;
    const known = key === null ? undefined : this.#judged.get(key);
    if (known && seat) {
      this.#found.push(...known.found.map((each) => asOwn(each, { from: known.seat, seat, subject })));
      return;
    }
    const ways = seats.flatMap((each) => ([4, 6] as const).map((family) => this.#way(each, family)));
    // The addresses of IAP are nobody's but those who sign in with it.
    const start = this.#found.length;
    this.#found.push(...judge(subject, ways).filter(({ from }) => !isIap(from)));
    for (const each of seats) this.#byIap(subject, each);
    if (key !== null && seat) this.#judged.set(key, { seat, found: this.#found.slice(start) });
  }

  /** What tells seats apart; null: compare it with none. */
  #keyOf(seat: GcpInterface): string | null {
    const { network, subnet, publicIpv4, publicIpv6, machineTags, accounts, account } = seat;
    if (machineTags.rest || accounts.rest || [network, subnet, publicIpv4, publicIpv6].some(isUndecided)) return null;
    return JSON.stringify([network, subnet, publicIpv4, publicIpv6, machineTags.items, accounts.items, account]);
  }

  #way(seat: GcpInterface, family: Family): Way {
    const at = this.#topology.networkOf(seat);
    const address = decidedStop('public address', family === 4 ? seat.publicIpv4 : seat.publicIpv6, {
      ...{ node: seat.node, place: seat.interfacePlace, detail: `IPv${family}` },
    });
    const { has, node, place } = this.#topology.route(at, seat, family);
    const route = decidedStop('internet route', typeof has === 'boolean' ? has : { undecided: { code: 'computed', detail: has.detail } }, {
      ...{ node: node ?? seat.node, place, detail: has === false ? 'no route to the internet' : 'default' },
    });
    return { family, stops: [address, route, this.#firewall(seat, family)], listens: null };
  }

  #firewall(seat: GcpInterface, family: Family): Stop {
    const { lists, grants } = this.#grants(seat);
    const at = this.#topology.networkOf(seat);
    const otherwise = {
      node: at.network?.node ?? seat.node,
      detail: 'no rule admits the internet',
      place: at.network?.place ?? seat.interfacePlace,
    };
    const station = 'firewall rule' as const;
    const tell = (ports: PortSet): Reason => tellRules({ station, lists: lists.lists, grants, family, ports, otherwise });
    return { name: station, flow: stationOf(grants, family), tell };
  }

  /** Identity-Aware Proxy needs no public address. */
  #byIap(subject: Subject, seat: GcpInterface): void {
    const { grants, lists } = this.#grants(seat);
    const tcp = portsIn('tcp', ['*']);
    const sure = commonPorts(portsFrom(grants.sure, IAP_ADDRESSES), tcp);
    // Who is open to all of the internet is open to IAP as well: only what is open to IAP alone is told.
    const open = internetPorts(stationOf(grants, 4).sure, 4);
    const rule = lists.lists
      .flat()
      .find(({ action, addresses, doubts }) => action === 'allow' && doubts.length === 0 && addresses[0] === IAP_ADDRESSES[0]);
    if (isNoPort(sure) || !rule || !isNoPort(open)) return;
    const because: Reason = { station: 'firewall rule', says: 'passes', node: rule.node, detail: rule.text, place: rule.place };
    const found = through({ ...subject, login: 'iap' }, IAP, { sure, possible: sure, because: [because] });
    if (found && !this.#byProxy.has(found.node)) this.#found.push(found);
    this.#byProxy.add(subject.node);
  }

  #forwarding(rule: Rule): void {
    const { node, type, place, scheme } = rule;
    const isExternal = isUndecided(scheme) ? scheme : scheme.startsWith('EXTERNAL');
    const hops = this.#hopsFrom(rule.targets.items);
    const backends = hops.filter(({ hopKind }) => hopKind === 'backend-service');
    const hasIap = backends.length > 0 && backends.every((each) => each.hasIap === true);
    const shields = [...new Set(hops.flatMap((each) => each.shields.items))];
    const subject: Subject = { node, type, place, shields, login: hasIap ? 'iap' : null };
    const address = decidedStop('public address', isExternal, { node, place, detail: isExternal === true ? 'IPv4' : 'internal' });
    const listener = rule.targets.items.length > 0 || rule.targets.rest !== null;
    const passing = decidedStop('listener', listener, { node, place, detail: listener ? '' : 'no listener' });
    this.#found.push(...judge(subject, [{ family: 4, stops: [address, passing], listens: portsOfRule(rule) }]));
    if (isExternal === false) return;
    const isPassthrough = hops[0]?.hopKind === 'backend-service' || hops[0]?.hopKind === 'pool';
    for (const hop of hops) this.#toMachines(rule, hop, { isPassthrough, isSure: isExternal === true });
    this.#toFronts(rule, hops);
  }

  /** Everything that is led to, each once. */
  #hopsFrom(names: readonly string[]): readonly Hop[] {
    const found = new Set<Hop>();
    const open = [...names];
    for (let name = open.shift(); name !== undefined; name = open.shift()) {
      const hop = this.#hops.get(name);
      if (!hop || found.has(hop)) continue;
      found.add(hop);
      open.push(...hop.targets.items);
    }
    return [...found];
  }

  #toMachines(rule: Rule, hop: Hop, of: { readonly isPassthrough: boolean; readonly isSure: boolean }): void {
    const names =
      hop.hopKind === 'pool' ? [...hop.targets.items, ...hop.names] : hop.hopKind === 'backend-service' ? hop.targets.items : [];
    const groups = names.flatMap((name) => this.#groups.get(name) ?? []);
    const members = new Set(
      [...names, ...groups.flatMap((group) => group.members.items)].flatMap((name) => this.#machines.get(name) ?? []),
    );
    const named = groups.flatMap(({ namedPorts }) => namedPorts).filter(({ name }) => name === (hop.portName ?? 'http'));
    for (const { subject, seats } of members) {
      for (const seat of seats) {
        const { lists, grants } = this.#grants(seat);
        const wanted = of.isPassthrough
          ? (portsOfRule(rule) ?? ALL_PORTS)
          : named.length > 0
            ? portsIn(
                'tcp',
                named.map(({ port }) => String(port)),
              )
            : portsIn('tcp', ['*']);
        const own = stationOf(grants, 4);
        const sure = of.isPassthrough ? internetPorts(own.sure, 4) : portsFrom(grants.sure, PROXIES);
        const possible = of.isPassthrough ? internetPorts(own.possible, 4) : portsFrom(grants.possible, PROXIES);
        const first: Reason = { station: 'load balancer', says: 'passes', node: rule.node, detail: '', place: rule.place };
        const admits = lists.lists.flat().find(({ action, ports }) => action === 'allow' && !isNoPort(commonPorts(ports, wanted)));
        const because: readonly Reason[] = admits
          ? [first, { station: 'firewall rule', says: 'passes', node: admits.node, detail: admits.text, place: admits.place }]
          : [first];
        const found = through({ ...subject, login: hop.hasIap === true ? 'iap' : null }, rule.node, {
          sure: of.isSure ? commonPorts(sure, wanted) : NO_PORTS,
          possible: commonPorts(possible, wanted),
          because,
        });
        if (found) this.#found.push(found);
      }
    }
  }

  /** Serverless backends: also those that admit only load balancers. */
  #toFronts(rule: Rule, hops: readonly Hop[]): void {
    const iap = hops.some(({ hasIap }) => hasIap === true) ? 'iap' : null;
    for (const hop of hops.filter(({ hopKind }) => hopKind === 'endpoint-group')) {
      for (const name of hop.targets.items) {
        const front = this.#fronts.get(name);
        if (!front) continue;
        const because: Reason = { station: 'load balancer', says: 'passes', node: rule.node, detail: '', place: rule.place };
        const subject = { ...front.subject, login: iap ?? front.subject.login ?? null };
        const found = through(subject, rule.node, { sure: front.ports, possible: front.ports, because: [because] });
        if (found) this.#found.push(found);
      }
    }
  }
}

function indexAll<E extends { readonly names: readonly string[] }>(all: readonly E[]): ReadonlyMap<string, readonly E[]> {
  const index = new Map<string, E[]>();
  for (const each of all)
    for (const name of each.names) {
      const same = index.get(name);
      if (same) same.push(each);
      else index.set(name, [each]);
    }
  return index;
}

function subjectOf({ node, type, place }: Subject): Subject {
  return { node, type, place };
}

/** The answer for an equal seat, told of another thing: only what names the thing itself differs. */
function asOwn(
  exposure: Exposure,
  { from, seat, subject }: { readonly from: GcpInterface; readonly seat: GcpInterface; readonly subject: Subject },
): Exposure {
  const own = <T extends Pick<Reason, 'node' | 'place'>>(told: T): T =>
    told.node === from.node ? { ...told, node: seat.node, place: seat.interfacePlace } : told;
  const { node, type, place } = subject;
  return { ...exposure, node, type, place, because: exposure.because.map(own), oneChangeAway: exposure.oneChangeAway?.map(own) ?? null };
}

function isIap(from: string): boolean {
  const [first, end] = addressesOf(from) ?? [];
  const [low, high] = IAP_ADDRESSES;
  return first !== undefined && end !== undefined && low !== undefined && high !== undefined && first >= low && end <= high;
}

function decidedStop(name: StationName, is: Known<boolean>, at: Pick<Reason, 'node' | 'place' | 'detail'>): Stop {
  if (isUndecided(is)) {
    const doubt: Doubt = { detail: is.undecided.detail, place: at.place };
    return { name, flow: doubtful(doubt), tell: () => ({ station: name, says: 'undecided', ...at, detail: doubt.detail }) };
  }
  return { name, flow: is ? OPEN : SHUT, tell: () => ({ station: name, says: is ? 'passes' : 'stops', ...at }) };
}

/** Null: any. */
function portsOfRule({ protocol, ports, allPorts }: Rule): PortSet | null {
  if (isUndecided(protocol) || ports.rest || allPorts || ports.items.length === 0)
    return isUndecided(protocol) ? null : portsIn(protocol === 'L3_DEFAULT' ? '*' : protocol, ['*']);
  return portsIn(protocol, ports.items);
}
