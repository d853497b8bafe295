/** What the internet reaches, resource by resource, and why. Pure; linear in interfaces, one judgement for each class of equal ones. */
import type { EntityMap, Estate } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import { portText } from './acl.ts';
import type { Family } from './addresses.ts';
import { NO_ADDRESS, addressesOf, cidrsOf, isInternetOf } from './addresses.ts';
import type { Listening, LoadBalancer, Target } from './balancers.ts';
import { Balancers, balancerPlacement } from './balancers.ts';
import type { End, Passing } from './between.ts';
import { Between, SHUT, join } from './between.ts';
import type { Verdict } from './direct.ts';
import { Direct } from './direct.ts';
import type { FrontWays } from './front-ways.ts';
import { frontWays } from './front-ways.ts';
import { internetPorts } from './flow.ts';
import { groupsStation, portsForAws, rulePorts, ruleReason } from './groups.ts';
import type { Placement } from './placements.ts';
import { Placements } from './placements.ts';
import type { PortRange, PortSet } from './ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort, portsOf, rangesOfPorts, unionPorts } from './ports.ts';
import { overlaps, unionOf } from './ranges.ts';
import { Topology } from './topology.ts';
import type { Change, Doubt, Exposure, Reason } from './types.ts';

type Front = EntityMap['aws.front'];

/** One estate; used once. */
export class Analysis {
  readonly #topology: Topology;
  readonly #placements: Placements;
  readonly #direct: Direct;
  readonly #between: Between;
  readonly #balancers: Balancers;
  readonly #shields = new Map<string, string[]>();
  readonly #waysOf: (front: Front) => FrontWays;
  readonly #ranges = new Map<PortSet, readonly PortRange[]>();
  readonly #found: Exposure[] = [];
  /** What is known of load balancers by any of their names. */
  readonly #fronts = new Map<
    string,
    { readonly placement: Placement; readonly verdict: Verdict; readonly listening: readonly Listening[] }
  >();

  constructor(estate: Estate) {
    this.#topology = new Topology(estate);
    this.#placements = new Placements(this.#topology);
    this.#direct = new Direct(this.#topology);
    this.#between = new Between(this.#topology);
    this.#balancers = new Balancers(this.#topology, this.#placements);
    this.#waysOf = frontWays(estate);
    for (const each of estate.all('aws.shield'))
      if (typeof each.protects === 'string') this.#shields.set(each.protects, [...(this.#shields.get(each.protects) ?? []), each.node]);
  }

  exposures(): readonly Exposure[] {
    for (const balancer of this.#topology.estate.all('aws.load-balancer')) this.#balancer(balancer);
    const seen = new Set<string>();
    for (const { node, id } of this.#placements.all) {
      if (seen.has(node)) continue;
      seen.add(node);
      const only = this.#placements.only(id);
      if (only) this.#add(only, this.#direct.verdict(only));
      else this.#placed(this.#placements.named(id));
    }
    for (const balancer of this.#topology.estate.all('aws.load-balancer')) this.#forwarded(balancer);
    for (const front of this.#topology.estate.all('aws.front')) this.#front(front);
    return this.#found;
  }

  /** Everything that stands in a subnet, load balancers included. After `exposures`. */
  placed(): readonly Placement[] {
    return [...this.#placements.all, ...new Set([...this.#fronts.values()].map(({ placement }) => placement))];
  }

  /** A node with all its interfaces: it is reached by any of them. */
  #placed(placements: readonly Placement[]): void {
    const [first] = placements;
    if (!first) return;
    const verdicts = placements.map((each) => this.#direct.verdict(each));
    this.#add(first, merged(verdicts));
  }

  #add({ node, type, place, names }: Placement, verdict: Verdict, login: string | null = null): void {
    const { reachable, because, families, changes, limited } = verdict;
    const shields = this.#shieldsOf(names);
    const oneChangeAway = changes.length > 0 ? changes : null;
    const ports = this.#rangesOf(verdict.ports);
    this.#found.push({ node, type, place, shields, login, reachable, from: 'internet', ports, because, families, oneChangeAway });
    for (const each of limited) {
      for (const cidr of each.cidrs) {
        const base = { node, type, place, shields, login, reachable: true, from: cidr, oneChangeAway: null } as const;
        this.#found.push({ ...base, ports: this.#rangesOf(each.ports), because: each.because, families: [cidr.includes(':') ? 6 : 4] });
      }
    }
  }

  /** The same list for the same ports. */
  #rangesOf(ports: PortSet): readonly PortRange[] {
    const known = this.#ranges.get(ports);
    if (known) return known;
    const made = rangesOfPorts(ports);
    this.#ranges.set(ports, made);
    return made;
  }

  #shieldsOf(names: readonly string[]): readonly string[] {
    if (this.#shields.size === 0) return NO_SHIELDS;
    return [...new Set(names.flatMap((name) => this.#shields.get(name) ?? []))];
  }

  #balancer(balancer: LoadBalancer): void {
    if (balancer.balancerKind === 'gateway') return;
    const listening = this.#balancers.listening(balancer);
    const placement = balancerPlacement(balancer, this.#topology, listening);
    const doubts = [...listening.flatMap((each) => each.doubts), ...hiddenListeners(balancer, listening)];
    const sure = this.#direct.verdict(placement);
    const verdict = sure.reachable !== true && doubts.length > 0 ? this.#withHidden(placement, sure, doubts) : sure;
    for (const name of balancer.names) this.#fronts.set(name, { placement, verdict, listening });
    const login = listening.length > 0 && listening.every(({ hasLogin }) => hasLogin) ? 'load balancer' : null;
    this.#add(placement, withListeners(verdict, listening, balancer), login);
  }

  /** Listeners of which the port is not known, or that nobody sees. */
  #withHidden(placement: Placement, sure: Verdict, doubts: readonly Doubt[]): Verdict {
    const any = this.#direct.verdict(placement, ALL_PORTS);
    if (any.reachable === false) return any;
    const [doubt] = doubts;
    const reason: Reason = {
      station: 'listener',
      says: 'undecided',
      node: placement.node,
      detail: doubt?.detail ?? '',
      place: doubt?.place ?? null,
    };
    return { ...sure, reachable: 'unknown', ports: any.ports, families: any.families, because: [...any.because, reason], changes: [] };
  }

  /** From a load balancer to its targets. */
  #forwarded(balancer: LoadBalancer): void {
    const own = this.#fronts.get(balancer.id);
    if (!own || own.verdict.reachable === false) return;
    const byNode = new Map<string, { of: Placement; reachable: boolean; ports: PortSet; because: Reason[] }>();
    for (const each of own.listening) {
      for (const target of each.targets) {
        for (const placement of this.#placements.named(target.name)) {
          const passing = this.#toTarget(own.placement, placement, target);
          if (isNoPort(passing.possible)) continue;
          const isSure = own.verdict.reachable === true && !isNoPort(passing.sure);
          const known = byNode.get(placement.node);
          if (known?.reachable && !isSure) continue;
          const ports = isSure ? passing.sure : passing.possible;
          const all = known && known.reachable === isSure ? unionPorts(known.ports, ports) : ports;
          byNode.set(placement.node, {
            of: placement,
            reachable: isSure,
            ports: all,
            because: this.#forwardReasons(own.placement, placement, { each, target, ports }),
          });
        }
      }
    }
    for (const { of, reachable, ports, because } of byNode.values())
      this.#via(balancer.node, of, { reachable: reachable ? true : 'unknown', ports, because });
  }

  #via(
    from: string,
    of: Pick<Placement, 'node' | 'type' | 'place' | 'names'>,
    said: Pick<Exposure, 'reachable' | 'because'> & { ports: PortSet },
  ): void {
    const { node, type, place, names } = of;
    const { reachable, ports, because } = said;
    const base = { node, type, place, from, reachable, because, ports: rangesOfPorts(ports) };
    this.#found.push({ ...base, oneChangeAway: null, families: [4], shields: this.#shieldsOf(names), login: null });
  }

  #toTarget(balancer: Placement, target: Placement, { ports, keepsClientAddress }: Target): Passing {
    const wanted = ports ?? target.listens ?? ALL_PORTS;
    const limit = (passing: Passing): Passing => ({
      sure: commonPorts(passing.sure, wanted),
      possible: commonPorts(passing.possible, wanted),
    });
    if (target.subnets.length === 0 || balancer.subnets.length === 0) return limit({ sure: NO_PORTS, possible: ALL_PORTS });
    // Checked by its groups only: routes and lists between a load balancer and its targets carry the caller's address as well.
    if (keepsClientAddress && balancer.isUnfiltered) {
      const station = groupsStation(target.groups, target.groupDoubts, 4);
      return limit({ sure: internetPorts(station.sure, 4), possible: internetPorts(station.possible, 4) });
    }
    let passing = SHUT;
    for (const from of balancer.subnets) {
      for (const to of target.subnets) passing = join(passing, this.#between.passing(endOf(balancer, from), endOf(target, to)));
    }
    return limit(passing);
  }

  #forwardReasons(balancer: Placement, target: Placement, of: { each: Listening; target: Target; ports: PortSet }): Reason[] {
    const groups = new Set(balancer.groups.map(({ index }) => index));
    const addresses = unionOf(balancer.subnets.map(({ cidrs }) => cidrs));
    const rules = target.groups
      .flatMap(({ ingress }) => ingress)
      .filter((rule) => {
        const ports = rulePorts(rule);
        if (!ports || isNoPort(commonPorts(ports, of.ports))) return false;
        return overlaps(rule.addresses, addresses) || [...rule.groups].some((group) => groups.has(group));
      });
    return [
      { station: 'load balancer', says: 'passes', node: balancer.node, detail: portText(of.each.ports), place: balancer.place },
      { station: 'listener', says: 'passes', node: of.target.node, detail: portText(of.ports), place: of.target.place },
      ...rules.slice(0, 3).map((rule) => ruleReason(rule, 'passes')),
    ];
  }

  #front(front: Front): void {
    const ports = front.ports
      .map(({ from, to }) => portsOf('tcp', from, to) ?? NO_PORTS)
      .reduce((one, other) => unionPorts(one, other), NO_PORTS);
    const { node, type, place } = front;
    const shields = [...new Set([...front.shields.items, ...this.#shieldsOf(front.names)])];
    const { login, targets } = this.#waysOf(front);
    const base = { node, type, place, shields, login };
    const { isPublic, allowed } = front;
    const reason = (says: Reason['says'], detail: string): Reason => ({ station: 'public endpoint', says, node, detail, place });
    const add = (reachable: Exposure['reachable'], from: string, because: readonly Reason[]): void => {
      const families = reachable === true ? ([4] as const) : [];
      this.#found.push({
        ...base,
        reachable,
        from,
        ports: reachable === false ? [] : rangesOfPorts(ports),
        because,
        families,
        oneChangeAway: null,
      });
    };
    if (isPublic === false) {
      const change: Change = { station: 'public endpoint', ports: rangesOfPorts(ports), node, detail: front.frontKind, place };
      this.#found.push({
        ...base,
        reachable: false,
        from: 'internet',
        ports: [],
        because: [reason('stops', 'private')],
        families: [],
        oneChangeAway: [change],
      });
      return;
    }
    if (isUndecided(isPublic)) add('unknown', 'internet', [reason('undecided', isPublic.undecided.detail)]);
    else if (allowed === null) add(true, 'internet', [reason('passes', front.frontKind)]);
    else this.#allowed(allowed.items, { hidden: allowed.rest?.detail ?? null, add, reason });
    if (isPublic === true) for (const target of targets) this.#frontTarget(front, target, ports);
  }

  #allowed(
    items: readonly string[],
    of: {
      readonly hidden: string | null;
      readonly add: (reachable: Exposure['reachable'], from: string, because: readonly Reason[]) => void;
      readonly reason: (says: Reason['says'], detail: string) => Reason;
    },
  ): void {
    const sets = items.map((each) => addressesOf(each));
    const known = unionOf(sets.map((each) => each ?? NO_ADDRESS));
    const isOpen = ([4, 6] as const).some((family: Family) => isInternetOf(family, known));
    if (isOpen) return of.add(true, 'internet', [of.reason('passes', items.join(', '))]);
    const lost = of.hidden ?? (sets.includes(null) ? items.filter((_, index) => sets[index] === null).join(', ') : null);
    if (lost !== null) of.add('unknown', 'internet', [of.reason('undecided', lost.replace(/^~/, ''))]);
    else of.add(false, 'internet', [of.reason('stops', items.join(', '))]);
    for (const cidr of cidrsOf(known, 20)) of.add(true, cidr, [of.reason('passes', cidr)]);
  }

  /** What a public front leads to: a load balancer by its name, a function, an instance. */
  #frontTarget(front: Front, target: string, ports: PortSet): void {
    const reason: Reason = { station: 'public endpoint', says: 'passes', node: front.node, detail: front.frontKind, place: front.place };
    const balancer = this.#fronts.get(target);
    if (balancer) {
      const wanted = balancer.placement.listens ?? ALL_PORTS;
      const ofAws = balancer.placement.groups
        .map(({ ingress }) => portsForAws(ingress))
        .reduce((one, other) => unionPorts(one, other), NO_PORTS);
      const open = balancer.verdict.reachable === true ? balancer.verdict.ports : commonPorts(ofAws, wanted);
      // An accelerator and links of APIs reach internal ones from within.
      const own = /^(?:globalaccelerator|apigateway)/.test(front.frontKind) ? wanted : open;
      if (!isNoPort(own)) this.#via(front.node, balancer.placement, { reachable: true, ports: own, because: [reason] });
      return;
    }
    const { estate } = this.#topology;
    const placed = this.#placements.named(target)[0];
    const found = estate.named('workload', target)[0] ?? estate.named('data-store', target)[0] ?? placed;
    if (found) this.#via(front.node, found, { reachable: true, ports, because: [reason] });
  }
}

function endOf(placement: Placement, subnet: End['subnet']): End {
  return { subnet, groups: placement.groups, isUnfiltered: placement.isUnfiltered, hasDoubts: placement.groupDoubts.length > 0 };
}

function hiddenListeners(balancer: LoadBalancer, listening: readonly Listening[]): readonly Doubt[] {
  if (balancer.listenersRest) return [{ detail: balancer.listenersRest.detail, place: balancer.place }];
  return listening.length === 0 && balancer.uncertain ? [{ detail: 'its listeners are not known', place: balancer.place }] : [];
}

function withListeners(verdict: Verdict, listening: readonly Listening[], balancer: LoadBalancer): Verdict {
  if (listening.length === 0 && verdict.reachable === false) {
    const reason: Reason = { station: 'listener', says: 'stops', node: balancer.node, detail: 'no listener', place: balancer.place };
    return { ...verdict, because: [...verdict.because, reason] };
  }
  if (verdict.reachable !== true) return verdict;
  const open = listening.filter(({ ports }) => !isNoPort(commonPorts(ports, verdict.ports)));
  const reasons = open
    .slice(0, 3)
    .map(({ node, ports, place }): Reason => ({ station: 'listener', says: 'passes', node, detail: portText(ports), place }));
  return { ...verdict, because: [...verdict.because, ...reasons] };
}

/** The strongest of the answers for several interfaces of one thing. */
function merged(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  const rank = ({ reachable }: Verdict): number => (reachable === true ? 2 : reachable === 'unknown' ? 1 : 0);
  const best = verdicts.toSorted((a, b) => rank(b) - rank(a))[0] ?? first;
  if (!best || verdicts.length === 1) return best ?? NEVER;
  const same = verdicts.filter((each) => each.reachable === best.reachable);
  return {
    ...best,
    ports: same.map(({ ports }) => ports).reduce((one, other) => unionPorts(one, other), NO_PORTS),
    families: ([4, 6] as const).filter((family) => same.some(({ families }) => families.includes(family))),
    changes: same.flatMap(({ changes }) => changes),
    limited: verdicts.flatMap(({ limited }) => limited),
  };
}

const NO_SHIELDS: readonly string[] = [];
const NEVER: Verdict = { reachable: false, ports: NO_PORTS, families: [], because: [], changes: [], limited: [] };
