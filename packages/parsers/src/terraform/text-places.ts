/** Where the characters of a text stand in a file: of a literal, a file as a whole, or a template while it is rendered. */
import type { Provenance, Range, Source, Value } from '@kumomori/model';
import type { TextMark } from '../hcl/index.ts';
import type { PartPlaces } from '../values/index.ts';
import { wayOf } from '../values/index.ts';

interface Segment {
  /** Offset in the text from which on it holds; holes count one. */
  readonly at: number;
  readonly start: number;
  /** Not null: all of the segment was put in by what stands between `start` and `end`. */
  readonly end: number | null;
  readonly input: Value | null;
}

/** Segments must be added in the order of the text. */
export class TextPlaces implements PartPlaces {
  readonly #source: Source;
  readonly #segments: Segment[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  addText(offset: number, first: number, marks: readonly TextMark[] | null): void {
    this.#segments.push({ at: offset, start: first, end: null, input: null });
    if (marks !== null) for (const { at, start } of marks) this.#segments.push({ at: offset + at, start, end: null, input: null });
  }

  addInput(offset: number, { start, end }: Pick<Range, 'start' | 'end'>, input: Value): void {
    this.#segments.push({ at: offset, start, end, input });
  }

  rangeOf(start: number, end: number): Range | null {
    const first = this.#segments[this.#indexAt(start)];
    const last = this.#segments[this.#indexAt(Math.max(start, end - 1))];
    if (first === undefined || last === undefined) return null;
    const from = first.end === null ? first.start + (start - first.at) : first.start;
    const to = last.end ?? last.start + (end - last.at);
    // Inside a loop of a template the end can stand before the start.
    return { source: this.#source, start: from, end: Math.max(from, to) };
  }

  viaOf(start: number, end: number): Provenance | null {
    for (let index = this.#indexAt(start); index < this.#segments.length; index++) {
      const segment = this.#segments[index];
      if (segment === undefined || segment.at >= end) return null;
      if (segment.input && segment.input.via !== null) return wayOf(segment.input);
    }
    return null;
  }

  /** Of the last segment that begins at or before an offset; the first one when there is none. */
  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
