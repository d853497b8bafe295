/**
 * Ordered rules: the first that matches decides. Shared by the clouds whose firewalls have priorities: security groups of Azure, firewall rules
 * and policies of Google Cloud, access restrictions of services.
 */
import type { AddressSet, Family } from '../addresses.ts';
import { ANYWHERE, isInternetOf } from '../addresses.ts';
import type { Flow, Grant, Station } from '../flow.ts';
import { flowOf, internetPorts as portsOfFlow } from '../flow.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort, unionPorts, withoutPorts } from '../ports.ts';
import { covers, intersectionOf, overlaps, without } from '../ranges.ts';
import type { Doubt, Reason, StationName } from '../types.ts';

/** One rule, in its turn. */
export interface PacketRule {
  /** What it may match at most; the same as what it matches when `doubts` is empty. */
  readonly ports: PortSet;
  readonly addresses: AddressSet;
  /** `next`: the next list of rules decides; `unknown`: nobody can say what it does. */
  readonly action: 'allow' | 'deny' | 'next' | 'unknown';
  readonly doubts: readonly Doubt[];
  readonly node: string;
  readonly place: Doubt['place'];
  /** For people: `100 allow tcp/22 0.0.0.0/0`. */
  readonly text: string;
}

/** What is allowed, and what none decided. */
export interface Decided {
  readonly granted: readonly Grant[];
  readonly left: readonly Grant[];
}

export const EVERYTHING_OPEN: readonly Grant[] = [{ ports: ALL_PORTS, from: ANYWHERE }];

/** Rectangles of one list at most; what lies behind is not known. Rules of one list: 1,000 (Azure), 2,000 (Google Cloud). */
const MAX_PIECES = 4000;

/**
 * The sure answer takes a rule that is not known in full for what it does at least, the possible one for what it may do at most.
 * O(rules × pieces).
 */
export function firstMatch(rules: readonly PacketRule[], isPossible: boolean, start: readonly Grant[] = EVERYTHING_OPEN): Decided {
  const granted: Grant[] = [];
  const handed: Grant[] = [];
  let open: readonly Grant[] = start;
  for (const rule of rules) {
    const effect = effectOf(rule, isPossible);
    if (effect === 'none') continue;
    const left: Grant[] = [];
    for (const each of open) {
      const hitPorts = commonPorts(each.ports, rule.ports);
      const hit = isNoPort(hitPorts) ? [] : intersectionOf(each.from, rule.addresses);
      if (hit.length === 0) {
        left.push(each);
        continue;
      }
      if (effect !== 'deny') (effect === 'allow' ? granted : handed).push({ ports: hitPorts, from: hit });
      if (effect === 'either') {
        left.push(each);
        continue;
      }
      const otherPorts = withoutPorts(each.ports, rule.ports);
      if (!isNoPort(otherPorts)) left.push({ ports: otherPorts, from: each.from });
      const otherAddresses = without(each.from, rule.addresses);
      if (otherAddresses.length > 0) left.push({ ports: hitPorts, from: otherAddresses });
    }
    open = left;
    if (open.length + granted.length > MAX_PIECES) return isPossible ? { granted: start, left: [] } : { granted, left: [] };
  }
  return { granted, left: [...handed, ...open] };
}

function effectOf({ action, doubts }: PacketRule, isPossible: boolean): 'allow' | 'deny' | 'next' | 'either' | 'none' {
  if (doubts.length === 0 && action !== 'unknown') return action;
  if (action === 'allow') return isPossible ? 'allow' : 'none';
  if (action === 'unknown') return isPossible ? 'allow' : 'deny';
  // A jump that may not match: the next list may decide, and so may what stands behind it.
  if (action === 'next' && isPossible) return 'either';
  // What a denial may take away is not sure to pass.
  return isPossible ? 'none' : 'deny';
}

/** Lists one behind the other: what one leaves undecided goes to the next. What the last leaves is denied. */
export function throughLists(lists: readonly (readonly PacketRule[])[], isPossible: boolean): readonly Grant[] {
  const granted: Grant[] = [];
  let open: readonly Grant[] = EVERYTHING_OPEN;
  for (const rules of lists) {
    const decided = firstMatch(rules, isPossible, open);
    granted.push(...decided.granted);
    open = decided.left;
  }
  return granted;
}

/** A list or several as they are, in both answers. */
export interface RuleGrants {
  readonly sure: readonly Grant[];
  readonly possible: readonly Grant[];
  readonly doubts: readonly Doubt[];
}

export function grantsOfRules(lists: readonly (readonly PacketRule[])[], more: readonly Doubt[] = []): RuleGrants {
  const doubts = [...more, ...lists.flatMap((rules) => rules.flatMap((rule) => rule.doubts))];
  const sure = throughLists(lists, false);
  const possible = more.length > 0 ? EVERYTHING_OPEN : doubts.length > 0 || hasUnknown(lists) ? throughLists(lists, true) : sure;
  return { sure: more.length > 0 ? [] : sure, possible, doubts };
}

function hasUnknown(lists: readonly (readonly PacketRule[])[]): boolean {
  return lists.some((rules) => rules.some(({ action }) => action === 'unknown'));
}

const OPEN_PORTS: Readonly<Record<Family, WeakMap<Flow, PortSet>>> = { 4: new WeakMap(), 6: new WeakMap() };

/** As that of flows, once for each. */
export function internetPorts(flow: Flow, family: Family): PortSet {
  const known = OPEN_PORTS[family].get(flow);
  if (known) return known;
  const found = portsOfFlow(flow, family);
  OPEN_PORTS[family].set(flow, found);
  return found;
}

/** The same grants are asked about again and again. */
const STATIONS: Readonly<Record<Family, WeakMap<RuleGrants, Station>>> = { 4: new WeakMap(), 6: new WeakMap() };

export function stationOf(grants: RuleGrants, family: Family): Station {
  const known = STATIONS[family].get(grants);
  if (known) return known;
  const { sure, possible, doubts } = grants;
  const own = flowOf(sure, family);
  const made = { sure: own, possible: possible === sure ? own : flowOf(possible, family), doubts };
  STATIONS[family].set(grants, made);
  return made;
}

/** Ports that grants open to all of some addresses; with `isAny` to any of them. */
export function portsFrom(grants: readonly Grant[], addresses: AddressSet, isAny = false): PortSet {
  let ports = NO_PORTS;
  for (const each of grants) {
    if (isAny ? addresses.length === 0 || overlaps(each.from, addresses) : covers(each.from, addresses))
      ports = unionPorts(ports, each.ports);
  }
  return ports;
}

/** Which of the rules lets the ports in from the internet, or what stops them. */
export interface Telling {
  readonly station: StationName;
  readonly lists: readonly (readonly PacketRule[])[];
  readonly grants: RuleGrants;
  readonly family: Family;
  readonly ports: PortSet;
  /** Where there is no rule that says it. */
  readonly otherwise: Pick<Reason, 'node' | 'detail' | 'place'>;
}

export function tellRules({ station, lists, grants, family, ports, otherwise }: Telling): Reason {
  const rules = lists.flat();
  const isAbout = (rule: PacketRule): boolean => !isNoPort(commonPorts(rule.ports, ports));
  const own = stationOf(grants, family);
  const open = commonPorts(internetPorts(own.sure, family), ports);
  const telling = (rule: PacketRule): Reason => ({
    station,
    says: rule.action === 'deny' ? 'stops' : 'passes',
    node: rule.node,
    detail: rule.text,
    place: rule.place,
  });
  const allows = rules.filter((rule) => rule.action === 'allow' && rule.doubts.length === 0 && isAbout(rule));
  const isWide = (rule: PacketRule): boolean => isInternetOf(family, rule.addresses);
  if (!isNoPort(open)) {
    const rule = allows.find((each) => isWide(each) && !isNoPort(commonPorts(each.ports, open))) ?? allows[0];
    return rule ? telling(rule) : { station, says: 'passes', ...otherwise };
  }
  if (!isNoPort(commonPorts(internetPorts(own.possible, family), ports))) {
    const [doubt] = grants.doubts;
    return { station, says: 'undecided', ...otherwise, ...doubt };
  }
  const partial = own.sure.partial.some((each) => !isNoPort(commonPorts(each.ports, ports)));
  const few = partial ? allows.find((each) => !isWide(each)) : undefined;
  if (few) return telling(few);
  const shut = rules.find((rule) => rule.action === 'deny' && isAbout(rule) && isWide(rule));
  return shut ? telling(shut) : { station, says: 'stops', ...otherwise };
}
