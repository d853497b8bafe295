/** Ports by protocol: what of a packet besides its addresses counts. Source: IANA protocol numbers, read 2026-11-22. */
import type { Ranges } from './ranges.ts';
import { covers, intersectionOf, pairsOf, unionOf, without } from './ranges.ts';

/**
 * One set for each of: TCP ports, UDP ports, ICMP types, ICMPv6 types, numbers of all other protocols.
 */
export type PortSet = readonly [Ranges<number>, Ranges<number>, Ranges<number>, Ranges<number>, Ranges<number>];

export interface PortRange {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a protocol's number, or `all`. */
  readonly protocol: string;
  /** Of ICMP the type; of other protocols 0. */
  readonly from: number;
  readonly to: number;
}

const PORTS: Ranges<number> = [0, 65_536];
const BYTE: Ranges<number> = [0, 256];
const NAMES = ['tcp', 'udp', 'icmp', 'icmpv6'] as const;
const NUMBERS = [6, 17, 1, 58];
const OTHERS = without(BYTE, unionOf(NUMBERS.map((each) => [each, each + 1])));
const EMPTY: Ranges<number> = [];

export const NO_PORTS: PortSet = [EMPTY, EMPTY, EMPTY, EMPTY, EMPTY];
export const ALL_PORTS: PortSet = [PORTS, PORTS, BYTE, BYTE, OTHERS];
const FULL = ALL_PORTS;

/** Of a rule as it is written; -1 stands for every protocol, port or type. Null for a protocol that is no protocol. */
export function portsOf(protocol: string, from: number, to: number): PortSet | null {
  const name = protocol.trim().toLowerCase();
  if (name === '-1' || name === 'all') return ALL_PORTS;
  const slot = slotOf(name);
  if (slot === null) return null;
  if (slot.index === 4) return only(4, [slot.number, slot.number + 1]);
  if (slot.index >= 2) return only(slot.index, from < 0 || (from === 0 && to === 65_535) ? BYTE : [from, from + 1]);
  if (from < 0 || to < 0) return only(slot.index, PORTS);
  return from > to ? NO_PORTS : only(slot.index, [Math.max(0, from), Math.min(65_535, to) + 1]);
}

function slotOf(name: string): { readonly index: number; readonly number: number } | null {
  const named = NAMES.findIndex((each) => each === name);
  if (named >= 0) return { index: named, number: NUMBERS[named] ?? 0 };
  if (!/^\d{1,3}$/.test(name) || Number(name) > 255) return null;
  const numbered = NUMBERS.indexOf(Number(name));
  return { index: numbered >= 0 ? numbered : 4, number: Number(name) };
}

function only(slot: number, ranges: Ranges<number>): PortSet {
  return [0, 1, 2, 3, 4].map((index) => (index === slot ? ranges : EMPTY)) as unknown as PortSet; // five of five
}

function bySlot(one: PortSet, other: PortSet, of: (a: Ranges<number>, b: Ranges<number>) => Ranges<number>): PortSet {
  return [of(one[0], other[0]), of(one[1], other[1]), of(one[2], other[2]), of(one[3], other[3]), of(one[4], other[4])];
}

export function unionPorts(one: PortSet, other: PortSet): PortSet {
  if (one === NO_PORTS || other === ALL_PORTS || one === other) return other;
  if (other === NO_PORTS || one === ALL_PORTS) return one;
  return bySlot(one, other, (a, b) => (a.length === 0 ? b : b.length === 0 ? a : unionOf([a, b])));
}

export function commonPorts(one: PortSet, other: PortSet): PortSet {
  if (one === ALL_PORTS || other === NO_PORTS || one === other) return other;
  if (other === ALL_PORTS || one === NO_PORTS) return one;
  const both = bySlot(one, other, intersectionOf);
  return isNoPort(both) ? NO_PORTS : both;
}

export function withoutPorts(one: PortSet, other: PortSet): PortSet {
  if (other === NO_PORTS || one === NO_PORTS) return one;
  const left = bySlot(one, other, without);
  return isNoPort(left) ? NO_PORTS : left;
}

export function isNoPort(set: PortSet): boolean {
  return set === NO_PORTS || set.every((ranges) => ranges.length === 0);
}

export function coversPorts(one: PortSet, other: PortSet): boolean {
  return one === other || isNoPort(withoutPorts(other, one));
}

/** The protocols of the second, whole, of which the first has a port between `from` and `to`. */
export function protocolsWith(set: PortSet, from: number, to: number): PortSet {
  const answers = (ranges: Ranges<number>): boolean => intersectionOf(ranges, [from, to + 1]).length > 0;
  return [
    answers(set[0]) ? PORTS : EMPTY,
    answers(set[1]) ? PORTS : EMPTY,
    set[2].length > 0 ? BYTE : EMPTY,
    set[3].length > 0 ? BYTE : EMPTY,
    set[4],
  ];
}

/** For people and for output: sorted by protocol and port. */
export function rangesOfPorts(set: PortSet): readonly PortRange[] {
  if (set.every((ranges, index) => covers(ranges, FULL[index] ?? EMPTY))) return [{ protocol: 'all', from: 0, to: 65_535 }];
  const named = NAMES.flatMap((protocol, index) => [...pairsOf(set[index] ?? EMPTY)].map(([from, to]) => ({ protocol, from, to: to - 1 })));
  const other = [...pairsOf(set[4])].flatMap(([from, to]) =>
    Array.from({ length: to - from }, (_, index) => ({ protocol: String(from + index), from: 0, to: 0 })),
  );
  return [...named, ...other];
}

/** Ends of all ranges of all sets: between two neighbors every port is treated alike. */
export function portSteps(sets: readonly PortSet[]): readonly PortSet[] {
  return [0, 1, 2, 3, 4].flatMap((slot) => {
    const ends = [...new Set(sets.flatMap((set) => set[slot] ?? EMPTY))].toSorted((a, b) => a - b);
    return ends.slice(0, -1).map((from, index) => only(slot, [from, ends[index + 1] ?? from + 1]));
  });
}
