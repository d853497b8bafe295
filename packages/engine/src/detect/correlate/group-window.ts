/** The window of one group of one correlation: entries come in order of time, matches go out. */
import type { SigmaCorrelation } from '@kumomori/model';
import type { Entry } from './measure.ts';
import { holds, isMonotone, within } from './measure.ts';

export interface WindowMatch<P> {
  /** Entries of the match up to the one that made it complete. */
  readonly entries: readonly Entry<P>[];
}

/** Entries that are kept for the evidence of a match, and looked at for what is not counted step by step. */
const MAX_WINDOW = 100_000;

/**
 * A window holds what lies at most the timespan apart. What can only grow (counts with gt, gte; temporal ones without `not`) is decided at the
 * event that completes it; everything else when a window is over, for windows that are no part of a larger one. What a match was
 * made of, and what follows within its timespan, belongs to it and does not count again: at most one match a timespan.
 */
export class GroupWindow<P> {
  readonly #correlation: SigmaCorrelation;
  readonly #span: number;
  readonly #monotone: boolean;
  #entries: Entry<P>[] = [];
  #head = 0;
  /** Of entries: what was evaluated as the end of a window. */
  #evaluated = 0;
  #consumedUntil = Number.NEGATIVE_INFINITY;
  readonly #counts = new Map<string, number>();

  constructor(correlation: SigmaCorrelation) {
    this.#correlation = correlation;
    this.#span = correlation.timespanSeconds * 1000;
    this.#monotone = isMonotone(correlation);
  }

  /** Takes entries in order of time. */
  push(entry: Entry<P>): readonly WindowMatch<P>[] {
    const found = this.#monotone ? [] : this.close(entry.time);
    if (entry.time <= this.#consumedUntil) return found;
    if (this.#entries.length - this.#head >= MAX_WINDOW) this.#drop();
    this.#entries.push(entry);
    if (!this.#monotone) return found;
    for (const key of this.#keysOf(entry)) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    while ((this.#entries[this.#head]?.time ?? entry.time) < entry.time - this.#span) this.#drop();
    if (!this.#isComplete()) return found;
    const entries = this.#entries.slice(this.#head);
    this.#consume(entries[0]?.time ?? entry.time);
    this.#entries = [];
    this.#head = 0;
    this.#counts.clear();
    return [{ entries }];
  }

  /** Decides all windows that end before a time. */
  close(until: number): readonly WindowMatch<P>[] {
    if (this.#monotone) {
      while ((this.#entries[this.#head]?.time ?? until) < until - this.#span) this.#drop();
      return [];
    }
    const found: WindowMatch<P>[] = [];
    for (;;) {
      const first = this.#entries[this.#head];
      if (!first || first.time + this.#span >= until) break;
      let end = Math.max(this.#evaluated, this.#head);
      while ((this.#entries[end]?.time ?? Number.POSITIVE_INFINITY) <= first.time + this.#span) end++;
      const isLarger = end > this.#evaluated;
      this.#evaluated = end;
      const entries = isLarger ? this.#entries.slice(this.#head, end) : [];
      if (isLarger && holds(this.#correlation, entries)) {
        found.push({ entries });
        this.#consume(first.time);
        this.#head = end;
      } else this.#head++;
      this.#compact();
    }
    return found;
  }

  /** Nothing of what came before this time matters any more. */
  isOver(until: number): boolean {
    return this.#head >= this.#entries.length && this.#consumedUntil < until;
  }

  #consume(from: number): void {
    this.#consumedUntil = from + this.#span;
  }

  /** What tells values (value_count) or rules (temporal) apart while counting. */
  #keysOf({ values, member }: Entry<P>): readonly string[] {
    const { type } = this.#correlation;
    return type === 'value_count' ? values : type === 'event_count' ? [] : [String(member)];
  }

  #drop(): void {
    const gone = this.#entries[this.#head++];
    if (gone && this.#monotone)
      for (const key of this.#keysOf(gone)) {
        const left = (this.#counts.get(key) ?? 0) - 1;
        if (left > 0) this.#counts.set(key, left);
        else this.#counts.delete(key);
      }
    this.#compact();
  }

  #compact(): void {
    if (this.#head < 1024 || this.#head * 2 < this.#entries.length) return;
    this.#entries = this.#entries.slice(this.#head);
    this.#evaluated = Math.max(0, this.#evaluated - this.#head);
    this.#head = 0;
  }

  /** Cheap counts first; whole windows only when they can hold. */
  #isComplete(): boolean {
    const { type, bounds, rules, expression } = this.#correlation;
    if (type === 'event_count') return within(this.#entries.length - this.#head, bounds);
    if (type === 'value_count') return within(this.#counts.size, bounds);
    if (expression === null && this.#counts.size < (bounds.length > 0 ? 1 : rules.length)) return false;
    return holds(this.#correlation, this.#entries.slice(this.#head));
  }
}
