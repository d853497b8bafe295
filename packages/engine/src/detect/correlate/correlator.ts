/** All correlations of a set over the matches of its rules. */
import type { CompiledCorrelation, CompiledRule, RuleSet } from '../rule-set.ts';
import { GroupWindow } from './group-window.ts';
import type { WindowMatch } from './group-window.ts';
import type { Entry } from './measure.ts';
import { aliasedField } from './points.ts';
import type { Point } from './points.ts';
import { WaitingPoints } from './waiting-points.ts';

export interface CorrelationMatch<I> {
  readonly correlation: CompiledCorrelation;
  /** Field of `group-by` → value. */
  readonly group: Readonly<Record<string, string>>;
  /** In order of time; those up to the one that completed the match. */
  readonly points: readonly Point<I>[];
}

export interface CorrelatorOptions {
  /** How much later than a younger event an event may come and still count, in milliseconds. Default: without limit, nothing is decided before `finish`. */
  readonly lateness?: number;
}

type Member = CompiledRule | CompiledCorrelation;

/** State: points that wait for their time, and the windows of every group. */
export class Correlator<I> {
  readonly #correlations: readonly CompiledCorrelation[];
  readonly #members = new Map<number, Member>();
  readonly #lateness: number;
  readonly #groups = new Map<CompiledCorrelation, Map<string, Group<I>>>();
  readonly #waiting = new WaitingPoints<Point<I>>();
  #newest = Number.NEGATIVE_INFINITY;
  #late = 0;
  #settled = Number.NEGATIVE_INFINITY;

  constructor(
    { rules, correlations }: Pick<RuleSet, 'rules' | 'correlations'>,
    { lateness = Number.POSITIVE_INFINITY }: CorrelatorOptions = {},
  ) {
    this.#correlations = correlations;
    for (const member of [...rules, ...correlations]) this.#members.set(member.order, member);
    this.#lateness = lateness;
  }

  /** Points that came after the lateness allowed, and were left out. */
  get late(): number {
    return this.#late;
  }

  /** Points come in any order. */
  add(point: Point<I>): void {
    if (point.time < this.#settled) this.#late++;
    else {
      this.#waiting.add(point);
      this.#newest = Math.max(this.#newest, point.time);
    }
  }

  /** Decides what no allowed event can change any more. */
  advance(): readonly CorrelationMatch<I>[] {
    return this.advanceTo(this.#newest - this.#lateness);
  }

  /** Decides what is over before a time, for callers that know what can still come: later points of before it are left out. */
  advanceTo(until: number): readonly CorrelationMatch<I>[] {
    if (!Number.isFinite(until) || until <= this.#settled) return [];
    const ready = this.#waiting.take(until);
    this.#settled = until;
    return this.#run(ready, until);
  }

  /** Points that wait for their time. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Decides everything. */
  finish(): readonly CorrelationMatch<I>[] {
    const ready = this.#waiting.take(Number.POSITIVE_INFINITY);
    return this.#run(ready, Number.POSITIVE_INFINITY);
  }

  #run(points: readonly Point<I>[], until: number): readonly CorrelationMatch<I>[] {
    const byMember = new Map<number, Point<I>[]>();
    for (const point of points) append(byMember, point.order, point);
    const found: CorrelationMatch<I>[] = [];
    for (const correlation of this.#correlations) {
      for (const match of this.#correlate(correlation, byMember, until)) {
        found.push(match);
        append(byMember, correlation.order, pointOf(match));
      }
    }
    return found;
  }

  #correlate(
    correlation: CompiledCorrelation,
    byMember: ReadonlyMap<number, readonly Point<I>[]>,
    until: number,
  ): readonly CorrelationMatch<I>[] {
    const groups = this.#groups.get(correlation) ?? new Map<string, Group<I>>();
    this.#groups.set(correlation, groups);
    const entries = correlation.members.flatMap((orders, place) =>
      orders.flatMap((order) => (byMember.get(order) ?? []).map((point) => ({ point, place, order }))),
    );
    // Of one event that several rules match, the later rule comes first: an event does not follow itself.
    entries.sort((a, b) => a.point.time - b.point.time || a.point.sequence - b.point.sequence || b.place - a.place);
    const found: CorrelationMatch<I>[] = [];
    for (const { point, place, order } of entries) {
      const member = this.#members.get(order);
      const group = member ? groupOf(correlation, point, member) : null;
      if (!group) continue;
      const values = valuesOf(correlation, point);
      if (values === null) continue;
      const key = JSON.stringify(Object.values(group));
      const state = groups.get(key) ?? { group, window: new GroupWindow<Point<I>>(correlation.document) };
      groups.set(key, state);
      const entry: Entry<Point<I>> = { point, time: point.time, member: place, values };
      for (const match of state.window.push(entry)) found.push(matchOf(correlation, state, match));
    }
    for (const [key, state] of groups) {
      for (const match of state.window.close(until)) found.push(matchOf(correlation, state, match));
      if (state.window.isOver(until)) groups.delete(key);
    }
    return found.toSorted((a, b) => (a.points.at(-1)?.time ?? 0) - (b.points.at(-1)?.time ?? 0));
  }
}

interface Group<I> {
  readonly group: Readonly<Record<string, string>>;
  readonly window: GroupWindow<Point<I>>;
}

function append<I>(map: Map<number, Point<I>[]>, order: number, point: Point<I>): void {
  const list = map.get(order);
  if (list) list.push(point);
  else map.set(order, [point]);
}

/** Null where a field of the group has no value: then the event belongs to no group. */
function groupOf<I>(correlation: CompiledCorrelation, point: Point<I>, member: Member): Readonly<Record<string, string>> | null {
  const group: Record<string, string> = {};
  for (const name of correlation.document.groupBy) {
    const values = point.fields[aliasedField(correlation, name, member)] ?? point.fields[name];
    const [only] = values ?? [];
    if (!values || only === undefined) return null;
    group[name] = values.length === 1 ? only : JSON.stringify(values.toSorted());
  }
  return group;
}

/** Null where the field that is measured has no value. */
function valuesOf<I>({ document }: CompiledCorrelation, { fields }: Point<I>): readonly string[] | null {
  const [first, ...others] = document.valueFields;
  if (first === undefined) return [];
  let rows = (fields[first] ?? []).map((value) => [value]);
  for (const field of others) rows = rows.flatMap((row) => (fields[field] ?? []).map((value) => [...row, value]));
  if (rows.length === 0) return null;
  return others.length === 0 ? rows.map(([value = '']) => value) : rows.map((row) => JSON.stringify(row));
}

function matchOf<I>(correlation: CompiledCorrelation, { group }: Group<I>, { entries }: WindowMatch<Point<I>>): CorrelationMatch<I> {
  return { correlation, group, points: [...new Set(entries.map(({ point }) => point))] };
}

/** The match as correlations above see it: at the time of its last event, with that event's fields and its own group. */
function pointOf<I>({ correlation, group, points }: CorrelationMatch<I>): Point<I> {
  const last = points.at(-1);
  if (!last) throw new Error('a match without events');
  const own = Object.fromEntries(Object.entries(group).map(([name, value]) => [name, [value]]));
  return { ...last, order: correlation.order, fields: { ...last.fields, ...own } };
}
