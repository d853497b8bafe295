/** Answers of a size that a conversation can hold, with nothing in them that only a machine would see. */
import { plain } from '../../use-cases/index.ts';

/** Characters of an answer as JSON. */
const MAX_ANSWER = 60_000;
const MAX_DEPTH = 16;
/** Characters of a text and entries of a list, narrower and narrower until the answer fits. */
const BOUNDS = [
  { text: 4_000, items: 200 },
  { text: 1_000, items: 50 },
  { text: 300, items: 20 },
  { text: 120, items: 8 },
  { text: 60, items: 3 },
] as const;

export interface BoundedAnswer {
  readonly value: unknown;
  readonly isCut: boolean;
}

/** Long texts and lists are shortened, in lists the last entries first. */
export function bounded(value: unknown): BoundedAnswer {
  let result: BoundedAnswer = { value: null, isCut: true };
  for (const bounds of BOUNDS) {
    const cutter = new Cutter(bounds);
    result = { value: cutter.of(value, 0), isCut: cutter.hasCut };
    if (JSON.stringify(result.value ?? null).length <= MAX_ANSWER) return result;
  }
  return { value: null, isCut: true };
}

class Cutter {
  hasCut = false;
  readonly #bounds: (typeof BOUNDS)[number];

  constructor(bounds: (typeof BOUNDS)[number]) {
    this.#bounds = bounds;
  }

  of(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= MAX_DEPTH) return this.#cut('…');
    if (Array.isArray(value)) return this.#within<unknown>(value).map((each) => this.of(each, depth + 1));
    const entries = this.#within(Object.entries(value).filter(([, each]) => each !== undefined));
    return Object.fromEntries(entries.map(([key, each]) => [this.#text(key), this.of(each, depth + 1)]));
  }

  #within<Item>(items: readonly Item[]): readonly Item[] {
    if (items.length <= this.#bounds.items) return items;
    return this.#cut(items.slice(0, this.#bounds.items));
  }

  #text(text: string): string {
    const seen = visible(text.length > this.#bounds.text ? this.#cut(`${text.slice(0, this.#bounds.text)}…`) : text);
    return seen.isWellFormed() ? seen : seen.toWellFormed();
  }

  #cut<Result>(result: Result): Result {
    this.hasCut = true;
    return result;
  }
}

/** Tags and variation selectors of Unicode can carry a text that no person sees. */
const INVISIBLE = /[\u{E0000}-\u{E0FFF}]/gu;

function visible(text: string): string {
  return text
    .replaceAll(INVISIBLE, '\u{FFFD}')
    .split('\n')
    .map((line) => plain(line))
    .join('\n');
}
