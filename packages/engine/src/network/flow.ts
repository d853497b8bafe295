/**
 * What of the internet (one address family) gets through one station, as ports and addresses. A station that is not known in full has two
 * answers: what surely gets through, and what may.
 */
import type { AddressSet, Family } from './addresses.ts';
import { INTERNET, isInternetOf } from './addresses.ts';
import type { PortSet } from './ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, coversPorts, isNoPort, portSteps, unionPorts } from './ports.ts';
import { covers, intersectionOf, unionOf } from './ranges.ts';
import type { Doubt } from './types.ts';

export interface Grant {
  readonly ports: PortSet;
  readonly from: AddressSet;
}

export interface Flow {
  /** Open to all of the internet. */
  readonly open: PortSet;
  /** Open to some of its addresses. */
  readonly partial: readonly Grant[];
}

export interface Station {
  readonly sure: Flow;
  readonly possible: Flow;
  /** Why the two differ. */
  readonly doubts: readonly Doubt[];
}

export const NOTHING: Flow = { open: NO_PORTS, partial: [] };
export const EVERYTHING: Flow = { open: ALL_PORTS, partial: [] };
export const OPEN: Station = { sure: EVERYTHING, possible: EVERYTHING, doubts: [] };
export const SHUT: Station = { sure: NOTHING, possible: NOTHING, doubts: [] };

export function doubtful(...doubts: readonly Doubt[]): Station {
  return { sure: NOTHING, possible: EVERYTHING, doubts };
}

/** Grants to any addresses, cut down to those of the internet. */
export function flowOf(grants: readonly Grant[], family: Family): Flow {
  const universe = INTERNET[family];
  let open = NO_PORTS;
  const partial: Grant[] = [];
  for (const { ports, from } of grants) {
    const inside = intersectionOf(from, universe);
    if (inside.length === 0 || isNoPort(ports)) continue;
    if (covers(inside, universe)) open = unionPorts(open, ports);
    else partial.push({ ports, from: inside });
  }
  return { open, partial: partial.filter(({ ports }) => !coversPorts(open, ports)) };
}

/** What passes both. */
export function both(one: Flow, other: Flow): Flow {
  if (one === EVERYTHING || other === NOTHING) return other;
  if (other === EVERYTHING || one === NOTHING) return one;
  const open = commonPorts(one.open, other.open);
  const partial: Grant[] = [];
  const add = (ports: PortSet, from: AddressSet): void => {
    if (!isNoPort(ports) && from.length > 0 && !coversPorts(open, ports)) partial.push({ ports, from });
  };
  for (const each of one.partial) add(commonPorts(each.ports, other.open), each.from);
  for (const each of other.partial) add(commonPorts(each.ports, one.open), each.from);
  for (const each of one.partial) {
    for (const more of other.partial) add(commonPorts(each.ports, more.ports), intersectionOf(each.from, more.from));
  }
  return { open, partial };
}

export function either(one: Flow, other: Flow): Flow {
  if (one === NOTHING || other === EVERYTHING) return other;
  if (other === NOTHING || one === EVERYTHING) return one;
  return { open: unionPorts(one.open, other.open), partial: [...one.partial, ...other.partial] };
}

export function bothStations(one: Station, other: Station): Station {
  if (one === OPEN) return other;
  if (other === OPEN) return one;
  return { sure: both(one.sure, other.sure), possible: both(one.possible, other.possible), doubts: [...one.doubts, ...other.doubts] };
}

export function eitherStation(one: Station, other: Station): Station {
  return { sure: either(one.sure, other.sure), possible: either(one.possible, other.possible), doubts: [...one.doubts, ...other.doubts] };
}

/** The same, of some ports only. */
export function onPorts(station: Station, ports: PortSet): Station {
  const flow: Flow = { open: ports, partial: [] };
  return { ...station, sure: both(station.sure, flow), possible: both(station.possible, flow) };
}

/** Ports that the internet reaches: all of it, or so many of its addresses that they count as it. */
export function internetPorts({ open, partial }: Flow, family: Family): PortSet {
  if (partial.length === 0 || !isInternetOf(family, unionOf(partial.map(({ from }) => from)))) return open;
  let ports = open;
  for (const step of portSteps(partial.map((each) => each.ports))) {
    const sources = partial.filter((each) => coversPorts(each.ports, step));
    if (sources.length > 0 && isInternetOf(family, unionOf(sources.map(({ from }) => from)))) ports = unionPorts(ports, step);
  }
  return ports;
}
