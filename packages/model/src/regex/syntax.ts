/** The parsed form of a pattern and how a place in a class or an assertion is tested. */

/** Inclusive ranges of code points, as pairs in one flat list: [0x30, 0x39] is 0-9. */
export type Ranges = readonly number[];

export interface ClassNode {
  readonly kind: 'class';
  readonly ranges: Ranges;
  readonly properties: readonly Property[];
  readonly negated: boolean;
  readonly foldCase: boolean;
}

/** A Unicode property such as \p{L}, tested by the platform's own tables. */
export interface Property {
  readonly test: (codePoint: number) => boolean;
  readonly negated: boolean;
}

export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-boundary' | 'not-word-boundary';

export type RegexNode =
  | ClassNode
  | { readonly kind: 'empty' }
  | { readonly kind: 'assert'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly options: readonly RegexNode[] }
  | { readonly kind: 'group'; readonly index: number; readonly body: RegexNode }
  /** `max` null is without bound. */
  | { readonly kind: 'repeat'; readonly body: RegexNode; readonly min: number; readonly max: number | null; readonly greedy: boolean };

export interface ParsedRegex {
  readonly root: RegexNode;
  /** Names of the groups by number, null for those without; index 0 is the whole match. */
  readonly groupNames: readonly (string | null)[];
}

export const DIGIT: Ranges = [0x30, 0x39];
export const WORD: Ranges = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
/** RE2's \s does not contain the vertical tab. */
export const SPACE: Ranges = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20];

/** POSIX classes for use inside brackets, as RE2 defines them (ASCII only). */
export const POSIX: Readonly<Record<string, Ranges>> = {
  alnum: [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a],
  alpha: [0x41, 0x5a, 0x61, 0x7a],
  ascii: [0x00, 0x7f],
  blank: [0x09, 0x09, 0x20, 0x20],
  cntrl: [0x00, 0x1f, 0x7f, 0x7f],
  digit: DIGIT,
  graph: [0x21, 0x7e],
  lower: [0x61, 0x7a],
  print: [0x20, 0x7e],
  punct: [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e],
  space: [0x09, 0x0d, 0x20, 0x20],
  upper: [0x41, 0x5a],
  word: WORD,
  xdigit: [0x30, 0x39, 0x41, 0x46, 0x61, 0x66],
};

/** The complement of ranges over all code points. */
export function complement(ranges: Ranges): Ranges {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < ranges.length; at += 2) pairs.push([ranges[at] ?? 0, ranges[at + 1] ?? 0]);
  pairs.sort((a, b) => a[0] - b[0]);
  const result: number[] = [];
  let next = 0;
  for (const [low, high] of pairs) {
    if (low > next) result.push(next, low - 1);
    next = Math.max(next, high + 1);
  }
  if (next <= 0x10ffff) result.push(next, 0x10ffff);
  return result;
}

export function inRanges(ranges: Ranges, codePoint: number): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if (codePoint >= (ranges[at] ?? 0) && codePoint <= (ranges[at + 1] ?? -1)) return true;
  }
  return false;
}

/** Whether a class takes a code point; with `foldCase` also when it takes the other case of it. */
export function classMatches(node: ClassNode, codePoint: number): boolean {
  let found = takes(node, codePoint);
  if (!found && node.foldCase) found = otherCases(codePoint).some((other) => takes(node, other));
  return found !== node.negated;
}

function takes(node: ClassNode, codePoint: number): boolean {
  return inRanges(node.ranges, codePoint) || node.properties.some((property) => property.test(codePoint) !== property.negated);
}

function otherCases(codePoint: number): readonly number[] {
  if (codePoint < 0x41 || (codePoint > 0x5a && codePoint < 0x61) || (codePoint > 0x7a && codePoint < 0x80)) return [];
  const text = String.fromCodePoint(codePoint);
  return [text.toLowerCase(), text.toUpperCase()]
    .filter((other) => other !== text && [...other].length === 1)
    .map((other) => other.codePointAt(0) ?? 0);
}

export function isWordCharacter(codePoint: number | null): boolean {
  return codePoint !== null && inRanges(WORD, codePoint);
}
