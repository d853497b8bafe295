/**
 * Patterns over several events: AND, OR, FOLLOWEDBY, WITHIN, REPEATS, START … STOP (STIX 2.1 §9.5). Every part gives the shortest spans in which it
 * holds, in the order of time; a part is joined with the nearest of the other, so the work is linear in the matches. AND and FOLLOWEDBY need different events.
 */
import type { StixObservation } from '@kumomori/model';
import { isoTime } from '@kumomori/model';

/** An event that fulfills one `[…]`. `id` tells events apart. */
export interface IntelPoint {
  readonly part: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly id: number;
}

/** Events that fulfill the pattern together, in the order of time. */
export interface IntelSpan {
  readonly first: number;
  readonly last: number;
  readonly points: readonly IntelPoint[];
}

/** Points of one part and spans of one node that are looked at; the latest are left out. */
const MAX_SPANS = 100_000;
/** Events of one span that are named. */
const MAX_POINTS = 1000;
/** Neighbors that are tried where the nearest shares an event. */
const TRIED = 4;

/** Spans that share no event. `points` in any order. */
export function sequenceSpans(pattern: StixObservation, points: readonly IntelPoint[]): readonly IntelSpan[] {
  const byPart = Map.groupBy(points, ({ part }) => part);
  let part = 0;
  const evaluate = (node: StixObservation): readonly IntelSpan[] => {
    switch (node.op) {
      case 'observe': {
        const own = (byPart.get(part++) ?? []).toSorted((a, b) => a.time - b.time || a.id - b.id).slice(0, MAX_SPANS);
        return own.map((point) => ({ first: point.time, last: point.time, points: [point] }));
      }
      case 'or':
        return minimal(node.items.flatMap((item) => evaluate(item)));
      case 'and':
        return node.items.map((item) => evaluate(item)).reduce((left, right) => together(left, right));
      case 'followed-by':
        return node.items.map((item) => evaluate(item)).reduce((left, right) => oneAfterOther(left, right));
      case 'within': {
        const longest = node.seconds * 1000;
        return evaluate(node.item).filter(({ first, last }) => last - first <= longest);
      }
      case 'repeats':
        return repeated(evaluate(node.item), node.times);
      case 'between': {
        const [start, stop] = [isoTime(node.start) ?? Infinity, isoTime(node.stop) ?? -Infinity];
        return evaluate(node.item).filter(({ first, last }) => first >= start && last < stop);
      }
    }
  };
  return apart(evaluate(pattern));
}

/** Spans without those that hold another; by end, then the latest begin. */
function minimal(spans: readonly IntelSpan[]): readonly IntelSpan[] {
  const sorted = spans.toSorted((a, b) => a.last - b.last || b.first - a.first);
  const kept: IntelSpan[] = [];
  let latest = -Infinity;
  for (const span of sorted) {
    // Spans of one moment do not hold each other.
    if (span.first < latest || (span.first === latest && span.first !== span.last)) continue;
    latest = Math.max(latest, span.first);
    if (kept.push(span) >= MAX_SPANS) break;
  }
  return kept;
}

function sharesEvent(a: IntelSpan, b: IntelSpan): boolean {
  if (a.points.length > b.points.length) return sharesEvent(b, a);
  const ids = new Set(b.points.map(({ id }) => id));
  return a.points.some(({ id }) => ids.has(id));
}

function joined(a: IntelSpan, b: IntelSpan): IntelSpan {
  const points = [...a.points, ...b.points].toSorted((x, y) => x.time - y.time || x.id - y.id);
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last), points: points.slice(0, MAX_POINTS) };
}

function together(left: readonly IntelSpan[], right: readonly IntelSpan[]): readonly IntelSpan[] {
  const spans: IntelSpan[] = [];
  let at = 0;
  for (const span of left) {
    while (at < right.length && (right[at]?.last ?? 0) < span.first) at++;
    const near = right.slice(Math.max(0, at - TRIED), at + TRIED + 1).filter((each) => !sharesEvent(span, each));
    const before = near.findLast(({ last }) => last <= span.last);
    const after = near.find(({ first }) => first >= span.first);
    for (const other of new Set([before, after])) if (other) spans.push(joined(span, other));
  }
  return minimal(spans);
}

/** For each right one the latest left one that ends not after its begin. */
function oneAfterOther(left: readonly IntelSpan[], right: readonly IntelSpan[]): readonly IntelSpan[] {
  const spans: IntelSpan[] = [];
  let at = 0;
  for (const span of right) {
    while (at < left.length && (left[at]?.last ?? 0) <= span.first) at++;
    const before = left.slice(Math.max(0, at - TRIED), at).findLast((each) => !sharesEvent(each, span));
    if (before) spans.push(joined(before, span));
  }
  return minimal(spans);
}

function repeated(spans: readonly IntelSpan[], times: number): readonly IntelSpan[] {
  if (times === 1) return spans;
  const made: IntelSpan[] = [];
  for (let from = 0; from + times <= spans.length && made.length * Math.min(times, MAX_POINTS) < MAX_SPANS * 10; from++) {
    const group = spans.slice(from, from + times);
    const ids = group.flatMap(({ points }) => points.map(({ id }) => id));
    if (new Set(ids).size < ids.length) continue;
    const points = group.flatMap((each) => each.points);
    made.push({ first: Math.min(...edges(group, 'first')), last: Math.max(...edges(group, 'last')), points: points.slice(0, MAX_POINTS) });
  }
  return minimal(made);
}

function edges(group: readonly IntelSpan[], side: 'first' | 'last'): readonly number[] {
  const [one, other] = [group[0]?.[side] ?? 0, group.at(-1)?.[side] ?? 0];
  return [one, other];
}

/** The earliest first, none that shares an event with an earlier one. */
function apart(spans: readonly IntelSpan[]): readonly IntelSpan[] {
  const used = new Set<number>();
  return spans.filter(({ points }) => {
    if (points.some(({ id }) => used.has(id))) return false;
    for (const { id } of points) used.add(id);
    return true;
  });
}
