/** What the internet reaches in Azure. */
import type { AzureBalancerRule, EntityMap, Estate } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet } from '../addresses.ts';
import { ANYWHERE, NO_ADDRESS, addressesOf } from '../addresses.ts';
import { OPEN, SHUT, bothStations, doubtful, flowOf, internetPorts } from '../flow.ts';
import { Index } from '../names.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, portsOf, rangesOfPorts, unionPorts } from '../ports.ts';
import { overlaps, unionOf } from '../ranges.ts';
import type { Doubt, Exposure, Reason } from '../types.ts';
import type { Stop, Subject, Way } from '../ways/index.ts';
import { judge, portsIn, through } from '../ways/index.ts';
import type { Interface, Seat } from './stops.ts';
import { addressStop, groupStops, groupsAt, innerPorts, routeStop, seatsOf } from './stops.ts';
import { Users } from '../users.ts';
import type { Caller, JoinedGroup } from './topology.ts';
import { AzureTopology, isAny, isDoubt, setOf } from './topology.ts';

type Balancer = EntityMap['azure.balancer'];

/** A thing with its seats, and the thing that is told of them. */
interface Place {
  readonly subject: Subject;
  readonly seats: readonly Seat[];
}

/** Everything of Azure that stands in a network. Linear in interfaces and in the members of pools. */
export function azureExposures(estate: Estate): readonly Exposure[] {
  return new AzureAnalysis(estate).exposures();
}

/** Everything of Azure that stands in a network, and the networks. */
export function azureSeats(estate: Estate): Pick<AzureAnalysis, 'seats' | 'topology'> {
  return new AzureAnalysis(estate);
}

/** The same, with what stands behind each group, rule, interface and subnet. */
export function azureFacts(estate: Estate): { readonly exposures: readonly Exposure[]; readonly users: Users } {
  const analysis = new AzureAnalysis(estate);
  return { exposures: analysis.exposures(), users: analysis.users() };
}

const NO_INTERFACES: readonly Interface[] = [];

/** What most seats of a subnet and group differ by; made once, because there are as many seats as machines. */
const USUAL_KEYS = {
  none: { open: 'none|open|', filtered: 'none||' },
  basic: { open: 'basic|open|', filtered: 'basic||' },
  standard: { open: 'standard|open|', filtered: 'standard||' },
} as const satisfies Record<string, Record<string, string>>;

interface Judged {
  readonly seat: Seat;
  readonly found: readonly Exposure[];
}

class AzureAnalysis {
  readonly #estate: Estate;
  readonly #topology: AzureTopology;
  readonly #places: readonly Place[];
  readonly #byPool = new Map<string, { readonly place: Place; readonly seat: Seat }[]>();
  readonly #found: Exposure[] = [];
  readonly #asksAzure: boolean;
  /** Something leads to machines by their pools or addresses. */
  readonly #hasForwarding: boolean;
  /** Answers so far, for seats that nothing tells apart. */
  readonly #judged = new Map<Seat['spot']['subnet'], Map<string, Map<string, Judged>>>();
  /** Where in `found` a machine is told of as reached from a balancer. */
  readonly #forwarded = new Map<string, number>();
  readonly #ownRules: ReadonlyMap<string, readonly EntityMap['azure.balancer-rule'][]>;

  constructor(estate: Estate) {
    this.#estate = estate;
    this.#topology = new AzureTopology(estate);
    this.#hasForwarding = estate.all('azure.balancer').length > 0 || estate.all('azure.firewall').length > 0;
    this.#places = this.#joinPlaces();
    this.#ownRules = Map.groupBy(estate.all('azure.balancer-rule'), ({ balancer }) => (typeof balancer === 'string' ? balancer : ''));
    const rules = [...estate.all('azure.nsg').flatMap((each) => each.rules), ...estate.all('azure.nsg-rule').map(({ rule }) => rule)];
    this.#asksAzure = rules.some(({ sources }) => sources.items.some((each) => each.toLowerCase().startsWith('azurecloud')));
  }

  exposures(): readonly Exposure[] {
    for (const place of this.#places) this.#place(place);
    for (const balancer of this.#estate.all('azure.balancer')) this.#balancer(balancer);
    for (const firewall of this.#estate.all('azure.firewall')) this.#firewall(firewall);
    return this.#found;
  }

  /** Everything that stands in a network, once for each of its addresses. */
  seats(): readonly { readonly node: string; readonly seat: Seat }[] {
    return this.#places.flatMap(({ subject, seats }) => seats.map((seat) => ({ node: subject.node, seat })));
  }

  get topology(): AzureTopology {
    return this.#topology;
  }

  users(): Users {
    const users = new Users();
    const groups = new Set<JoinedGroup>();
    for (const { subject, seats } of this.#places) {
      for (const seat of seats) {
        const at = groupsAt(seat, this.#topology);
        for (const { group } of [at.subnet, at.own]) {
          if (group === null || isDoubt(group)) continue;
          users.add(group.node, subject.node);
          groups.add(group);
        }
        for (const node of [seat.of.node, seat.spot.subnet?.node]) if (node !== undefined) users.add(node, subject.node);
      }
    }
    for (const { node, rules } of groups) for (const rule of rules) users.share(node, rule.node);
    return users;
  }

  #joinPlaces(): readonly Place[] {
    const interfaces = this.#estate.all('azure.interface');
    const index = new Index(interfaces);
    const machines = this.#estate.all('azure.machine');
    const own = ownInterfaces(interfaces, machines);
    const isTaken = new Uint8Array(interfaces.length);
    const places: Place[] = [];
    const add = (of: Subject, all: readonly Interface[]): void => {
      const [only, another] = all;
      const seats = only && !another ? seatsOf(this.#topology, only) : all.flatMap((each) => seatsOf(this.#topology, each));
      const { node, type, place } = of;
      const made = { subject: { node, type, place }, seats };
      places.push(made);
      for (const seat of seats) this.#joinPools(made, seat);
    };
    for (const machine of machines) {
      const all = own === null ? [] : [...(own.get(machine.id) ?? NO_INTERFACES)];
      for (const name of machine.interfaces.items) {
        const at = index.placeOf(name);
        const found = at === undefined ? undefined : interfaces[at];
        if (at === undefined || !found) continue;
        isTaken[at] = 1;
        if (!all.includes(found)) all.push(found);
      }
      add(machine, all);
    }
    const taken = own && new Set([...own.values()].flat());
    const alone = interfaces.filter((each, at) => isTaken[at] === 0 && !taken?.has(each));
    for (const [, group] of Map.groupBy(alone, ({ id }) => id)) if (group[0]) add(group[0], group);
    return places;
  }

  #joinPools(place: Place, seat: Seat): void {
    if (!this.#hasForwarding) return;
    const linked = (['pool', 'nat-rule'] as const).flatMap((role) => this.#topology.linked(role, seat.of.names));
    const names = linked.flatMap(({ to }) => (typeof to === 'string' ? [to] : []));
    const { pools, natRules, privateAddress } = seat.config;
    const address = typeof privateAddress === 'string' ? [privateAddress] : [];
    for (const name of new Set([...pools.items, ...natRules.items, ...names, ...address])) {
      const members = this.#byPool.get(name) ?? [];
      members.push({ place, seat });
      this.#byPool.set(name, members);
    }
  }

  #place(place: Place): void {
    const { subject, seats } = place;
    const [seat, another] = seats;
    const key = seat && !another ? this.#keyOf(seat) : null;
    const like = key === null || !seat ? null : this.#judgedLike(seat);
    const known = key === null ? undefined : like?.get(key);
    if (known && seat) {
      for (const each of known.found) this.#found.push(asOwn(each, known.seat, { seat, subject, topology: this.#topology }));
      return;
    }
    const found = this.#judge(place);
    if (key !== null && seat) like?.set(key, { seat, found });
    this.#found.push(...found);
  }

  /** Answers so far about seats in the same subnet and with the same group, by the rest of what tells them apart. */
  #judgedLike({ spot: { subnet }, of: { group } }: Seat): Map<string, Judged> {
    const inSubnet = this.#judged.get(subnet) ?? new Map<string, Map<string, Judged>>();
    this.#judged.set(subnet, inSubnet);
    const name = typeof group === 'string' ? group : '';
    const found = inSubnet.get(name) ?? new Map<string, Judged>();
    inSubnet.set(name, found);
    return found;
  }

  /** What tells seats of one subnet and group apart; null: compare it with none. */
  #keyOf(seat: Seat): string | null {
    const { of, config, spot } = seat;
    if (isUndecided(config.publicAddress) || isUndecided(of.group) || of.rest) return null;
    const sku = this.#skuOf(seat);
    if (typeof sku !== 'string') return null;
    if (isUndecided(config.subnet)) return null;
    // Where the subnet is known, its name says no more.
    const named = spot.subnet ? '' : (config.subnet ?? '');
    let key: string = USUAL_KEYS[config.publicAddress === undefined ? 'none' : sku][of.isUnfiltered ? 'open' : 'filtered'];
    if (!spot.asgsKnown) key += '?';
    if (named !== '') key += `|in ${named}`;
    for (const { to } of this.#topology.linked('group', of.names)) key += `|${String(to)}`;
    if (spot.address) key += `|at ${spot.address.join(',')}`;
    if (spot.asgs.size > 0) key += `|asg ${[...spot.asgs].join(',')}`;
    return of.listens.length > 0 ? `${key}|${JSON.stringify(of.listens)}` : key;
  }

  #judge({ subject, seats }: Place): readonly Exposure[] {
    const ways = (caller: Caller): readonly Way[] =>
      seats.map((seat) => ({
        family: 4,
        stops: [
          addressStop(seat, this.#topology),
          routeStop(seat, this.#topology),
          ...groupStops(seat, this.#by(caller, this.#skuOf(seat))),
        ],
        listens: listensOf(seat.of),
      }));
    const found = judge(subject, ways('internet'));
    if (!this.#asksAzure || found[0]?.reachable === true) return found;
    return [...found, ...judge(subject, ways('AzureCloud'), 'AzureCloud').filter(({ reachable }) => reachable !== false)];
  }

  #by(caller: Caller, sku: 'basic' | 'standard' | Doubt): Parameters<typeof groupStops>[1] {
    return { topology: this.#topology, caller, sku };
  }

  /** Without an address: a new one would be a standard one. */
  #skuOf({ config: { publicAddress }, of }: Seat): 'basic' | 'standard' | Doubt {
    if (publicAddress === undefined) return 'standard';
    const sku = this.#topology.publicAddress(publicAddress === true ? undefined : publicAddress)?.sku;
    return decidedSku(sku, of);
  }

  #rulesOf(balancer: Balancer): readonly AzureBalancerRule[] {
    const own = new Set(balancer.names.flatMap((name) => this.#ownRules.get(name) ?? []));
    return [...balancer.rules, ...[...own].map(({ rule }) => rule)];
  }

  #balancer(balancer: Balancer): void {
    const rules = this.#rulesOf(balancer);
    const { node, type, place } = balancer;
    const subject: Subject = { node, type, place, shields: balancer.shields.items };
    const listener: Stop = {
      name: 'listener',
      flow: SHUT,
      tell: () => ({ station: 'listener', says: 'stops', node, detail: 'no listener', place }),
    };
    const ways = rules.map((rule): Way => {
      const tell = (): Reason => ({ station: 'listener', says: 'passes', node: rule.node, detail: '', place: rule.place });
      return { family: 4, stops: [...this.#frontStops(balancer, rule), { name: 'listener', flow: OPEN, tell }], listens: frontPorts(rule) };
    });
    const found = judge(
      subject,
      ways.length > 0 ? ways : [{ family: 4, stops: [...this.#frontStops(balancer, null), listener], listens: null }],
    );
    this.#found.push(...found);
    for (const rule of rules) this.#forward(balancer, rule);
  }

  /** The address of a rule's frontend; of a gateway also the security group of its subnet. */
  #frontStops(balancer: Balancer, rule: AzureBalancerRule | null): readonly Stop[] {
    const { node, place } = balancer;
    const fronts = balancer.fronts.filter(({ name }) => !rule || typeof rule.front !== 'string' || name === '' || rule.front === name);
    const open = fronts.find(({ publicAddress }) => publicAddress !== undefined);
    const address = open?.publicAddress;
    const hidden = isUndecided(address) ? { detail: address.undecided.detail, place } : null;
    const says = hidden ? 'undecided' : open ? 'passes' : 'stops';
    const reason: Reason = { station: 'public address', says, node, detail: hidden?.detail ?? 'IPv4', place };
    const first: Stop = { name: 'public address', flow: hidden ? doubtful(hidden) : open ? OPEN : SHUT, tell: () => reason };
    if (!balancer.isProxy) return [first];
    return [first, ...groupStops(this.#gatewaySeat(balancer), this.#by('internet', 'basic'))];
  }

  #gatewaySeat(balancer: Balancer): Seat {
    const none = { items: [], rest: null };
    const config = {
      subnet: balancer.subnet,
      publicAddress: undefined,
      privateAddress: undefined,
      pools: none,
      natRules: none,
      asgs: none,
    };
    const { kind: _, ...base } = balancer;
    const of: Interface = {
      ...base,
      names: [],
      kind: 'azure.interface',
      ...{ configs: [config], rest: null, group: undefined, listens: [], isUnfiltered: false, isPart: false },
    };
    return { of, config, spot: { subnet: this.#topology.subnet(balancer.subnet), address: null, asgs: new Set(), asgsKnown: true } };
  }

  /** From a balancer to what its rule names. The caller's address stays, unless it is a gateway. */
  #forward(balancer: Balancer, rule: AzureBalancerRule): void {
    const [address] = this.#frontStops(balancer, rule);
    if (!address || address.flow === SHUT) return;
    const ports = backPorts(rule);
    for (const { place, seat } of this.#membersOf(balancer, rule)) {
      const passing = balancer.isProxy
        ? innerPorts(seat, this.#topology, setOf(this.#topology.subnet(balancer.subnet)?.cidrs.items ?? []))
        : this.#kept(seat, balancer);
      const isSure = address.flow === OPEN;
      const because: readonly Reason[] = [
        { station: 'load balancer', says: 'passes', node: balancer.node, detail: '', place: balancer.place },
        { station: 'listener', says: 'passes', node: rule.node, detail: '', place: rule.place },
        ...groupStops(seat, this.#by('internet', 'standard'))
          .map(({ tell }) => tell(ports))
          .filter(({ says }) => !balancer.isProxy || says === 'passes'),
      ];
      const found = through(place.subject, balancer.node, {
        sure: isSure ? commonPorts(passing.sure, ports) : NO_PORTS,
        possible: commonPorts(passing.possible, ports),
        because,
      });
      if (found) this.#merge(found);
    }
  }

  /** Several rules of one balancer lead to one machine. */
  #merge(found: Exposure): void {
    const key = `${found.node} ${found.from} ${found.reachable}`;
    const at = this.#forwarded.get(key);
    const known = at === undefined ? undefined : this.#found[at];
    if (at === undefined || !known) {
      this.#forwarded.set(key, this.#found.push(found) - 1);
      return;
    }
    const all = [...known.ports, ...found.ports].map(({ protocol, from, to }) => portsOf(protocol, from, to) ?? NO_PORTS);
    this.#found[at] = { ...known, ports: rangesOfPorts(all.reduce((one, other) => unionPorts(one, other), NO_PORTS)) };
  }

  #kept(seat: Seat, balancer: Balancer): { readonly sure: PortSet; readonly possible: PortSet } {
    const stops = [routeStop(seat, this.#topology), ...groupStops(seat, this.#by('internet', decidedSku(balancer.sku, balancer)))];
    const all = stops.map(({ flow }) => flow).reduce((one, other) => bothStations(one, other), OPEN);
    return { sure: internetPorts(all.sure, 4), possible: internetPorts(all.possible, 4) };
  }

  #membersOf(balancer: Balancer, rule: AzureBalancerRule): readonly { readonly place: Place; readonly seat: Seat }[] {
    const pools = new Set(rule.pools.items);
    const inline = balancer.pools.filter(({ names }) => names.some((name) => pools.has(name))).flatMap(({ addresses }) => addresses.items);
    const own = this.#estate
      .all('azure.pool')
      .filter(({ of, names }) => (typeof of === 'string' && pools.has(of)) || names.some((name) => pools.has(name)));
    const names = [...pools, ...rule.names, ...inline, ...own.flatMap(({ addresses }) => addresses.items)];
    return [...new Set(names.flatMap((name) => this.#byPool.get(name) ?? []))];
  }

  /** Translations of destinations: the firewall calls by its own address. */
  #firewall(firewall: EntityMap['azure.firewall']): void {
    const names = new Set([...firewall.names, ...this.#policiesOf(firewall)]);
    const rules = this.#estate.all('azure.dnat').filter(({ of }) => typeof of === 'string' && names.has(of));
    const { node, type, place, isPublic } = firewall;
    const doubt: Doubt | null = isUndecided(isPublic) ? { detail: isPublic.undecided.detail, place } : null;
    const says = doubt ? 'undecided' : isPublic === true ? 'passes' : 'stops';
    const flow = doubt ? doubtful(doubt) : isPublic === true ? OPEN : SHUT;
    const address: Stop = {
      name: 'public address',
      flow,
      tell: () => ({ station: 'public address', says, node, detail: doubt?.detail ?? 'IPv4', place }),
    };
    const none: Stop = {
      name: 'firewall rule',
      flow: SHUT,
      tell: () => ({ station: 'firewall rule', says: 'stops', node, detail: 'no rule allows it', place }),
    };
    const ways = rules.map((rule): Way => ({ family: 4, stops: [address, dnatStop(rule)], listens: null }));
    this.#found.push(...judge({ node, type, place }, ways.length > 0 ? ways : [{ family: 4, stops: [address, none], listens: null }]));
    const subnet = setOf(this.#topology.subnet(firewall.subnet)?.cidrs.items ?? []);
    if (isPublic !== false) for (const rule of rules) this.#translated(firewall, rule, subnet);
  }

  #translated(firewall: EntityMap['azure.firewall'], rule: EntityMap['azure.dnat'], subnet: AddressSet): void {
    const stop = dnatStop(rule);
    if (typeof rule.to !== 'string' || stop.flow === SHUT || rangesOfPorts(internetPorts(stop.flow.possible, 4)).length === 0) return;
    const port = typeof rule.toPort === 'number' ? rule.toPort : undefined;
    const ports = port === undefined ? ALL_PORTS : portsIn(rule.protocols.items[0] ?? 'Tcp', [String(port)]);
    for (const { place, seat } of this.#byPool.get(rule.to) ?? []) {
      const passing = innerPorts(seat, this.#topology, subnet);
      const isSure = firewall.isPublic === true && rangesOfPorts(internetPorts(stop.flow.sure, 4)).length > 0;
      const found = through(place.subject, firewall.node, {
        sure: isSure ? commonPorts(passing.sure, ports) : NO_PORTS,
        possible: commonPorts(passing.possible, ports),
        because: [stop.tell(ALL_PORTS)],
      });
      if (found) this.#merge(found);
    }
  }

  #policiesOf({ policy }: EntityMap['azure.firewall']): readonly string[] {
    const index = new Index(this.#estate.all('azure.firewall-policy'));
    const names: string[] = typeof policy === 'string' ? [policy] : [];
    let found = index.get(policy);
    for (let depth = 0; found && depth < 10; depth += 1) {
      names.push(...found.names);
      found = index.get(found.base);
    }
    return names;
  }
}

/** Interfaces that are their machine's own block, by its id; null: there are none. */
function ownInterfaces(
  interfaces: readonly Interface[],
  machines: readonly EntityMap['azure.machine'][],
): ReadonlyMap<string, readonly Interface[]> | null {
  const types = new Set(machines.map(({ type }) => type));
  // The same block has the same type; where interfaces are blocks of their own, no id has to be looked up.
  const candidates = interfaces.filter(({ isPart, type }) => !isPart && types.has(type));
  if (candidates.length === 0) return null;
  const isMachine = new Set(machines.map(({ id }) => id));
  return Map.groupBy(
    candidates.filter(({ id }) => isMachine.has(id)),
    ({ id }) => id,
  );
}

/** The answer for an equal seat, told of another thing: only what names the thing itself differs. */
function asOwn(
  exposure: Exposure,
  old: Seat,
  { seat, subject, topology }: { readonly seat: Seat; readonly subject: Subject; readonly topology: AzureTopology },
): Exposure {
  type Told = Pick<Reason, 'station' | 'node' | 'place'>;
  const isOld = ({ station, node: at }: Told): boolean => station === 'public address' || at === old.of.node;
  let address: Reason | null = null;
  const own = <T extends Told>(told: T): T => {
    if (told.station !== 'public address') return told.node === old.of.node ? { ...told, node: seat.of.node, place: seat.of.place } : told;
    address ??= addressStop(seat, topology).tell(ALL_PORTS);
    return { ...told, node: address.node, place: address.place };
  };
  const renamed = <T extends Told>(all: readonly T[]): readonly T[] => (all.some(isOld) ? all.map(own) : all);
  const { node, type, place } = subject;
  const { because, oneChangeAway } = exposure;
  return { ...exposure, node, type, place, because: renamed(because), oneChangeAway: oneChangeAway && renamed(oneChangeAway) };
}

function dnatStop(rule: EntityMap['azure.dnat']): Stop {
  const { node, rulePlace: place, sources, ports, protocols } = rule;
  const doubts = [sources.rest, ports.rest].flatMap((rest) => (rest ? [{ detail: rest.detail, place }] : []));
  const from = unionOf(sources.items.map((each) => (isAny(each) ? ANYWHERE : (addressesOf(each) ?? NO_ADDRESS))));
  const open = (protocols.items.length > 0 ? protocols.items : ['Tcp'])
    .map((each) => portsIn(each, ports.items))
    .reduce((one, other) => unionPorts(one, other), NO_PORTS);
  const sure = flowOf([{ ports: open, from }], 4);
  const text = `${sources.items.slice(0, 3).join(', ')} ${ports.items.slice(0, 3).join(', ')}`;
  const [doubt] = doubts;
  const name = 'firewall rule' as const;
  if (doubt) return { name, flow: doubtful(...doubts), tell: () => ({ station: name, says: 'undecided', node, ...doubt }) };
  const says = overlaps(from, ANYWHERE) ? 'passes' : 'stops';
  return { name, flow: { sure, possible: sure, doubts: [] }, tell: () => ({ station: name, says, node, detail: text, place }) };
}

function decidedSku(sku: EntityMap['azure.public-address']['sku'], { place }: Pick<Interface, 'place'>): 'basic' | 'standard' | Doubt {
  if (sku === undefined) return { detail: 'it is not known whether its public address is a basic or a standard one', place };
  return isUndecided(sku) ? { detail: sku.undecided.detail, place } : sku;
}

function listensOf({ listens }: Interface): PortSet | null {
  if (listens.length === 0) return null;
  return listens.map(({ protocol, port }) => portsOf(protocol, port, port) ?? NO_PORTS).reduce((one, other) => unionPorts(one, other));
}

/** Port 0 of a rule for every protocol means all ports (HA ports). */
function frontPorts({ protocol, frontPort, frontPortTo }: AzureBalancerRule): PortSet | null {
  if (isUndecided(frontPort) || isUndecided(protocol)) return null;
  if (protocol.toLowerCase() === 'all') return ALL_PORTS;
  if (frontPort === undefined || frontPort === 0) return null;
  return portsIn(protocol, [`${frontPort}-${typeof frontPortTo === 'number' ? frontPortTo : frontPort}`]);
}

function backPorts({ protocol, backPort, frontPort }: AzureBalancerRule): PortSet {
  const port = backPort ?? frontPort;
  if (typeof port !== 'number' || port === 0 || isUndecided(protocol)) return ALL_PORTS;
  return portsIn(protocol === 'All' ? '*' : protocol, [String(port)]);
}
