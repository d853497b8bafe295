/** The Action element. Case does not matter; a service is written out or the whole pattern is `*`. Source: IAM User Guide, "Action". */
import type { ActionCatalogue } from './catalogue.ts';
import type { Glob } from '../glob.ts';
import { glob, hasHole, holesAsStars, wild } from '../glob.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES } from '../three.ts';

export class ActionPatterns {
  readonly texts: readonly string[];
  /** Patterns that AWS would refuse: no service, or a service with wildcards. */
  readonly malformed: readonly string[];
  readonly #certain: readonly Glob[];
  readonly #possible: readonly Glob[];

  constructor(texts: readonly string[]) {
    this.texts = texts;
    this.malformed = texts.filter((text) => !hasHole(text) && !isWellFormed(text));
    const patterns = texts.map((text) => wild(text.toLowerCase()));
    this.#certain = patterns.filter((pattern) => !hasHole(pattern)).map(glob);
    this.#possible = patterns.filter(hasHole).map((pattern) => glob(holesAsStars(pattern)));
  }

  get isEmpty(): boolean {
    return this.texts.length === 0;
  }

  /** `action` in lower case. */
  match(action: string): Three {
    if (this.#certain.some((pattern) => pattern.test(action))) return YES;
    return this.#possible.some((pattern) => pattern.test(action)) ? MAYBE : NO;
  }
}

function isWellFormed(text: string): boolean {
  const colon = text.indexOf(':');
  const service = text.slice(0, colon);
  return /^\*+$/.test(text) || /^\*:\*$/.test(text) || (colon > 0 && !/[*?]/.test(service));
}

/** A set of actions by their numbers in the catalogue, one bit each. */
export type ActionSet = Uint32Array;

const sets = new WeakMap<ActionCatalogue, Map<string, ActionSet>>();

/**
 * The actions of the catalogue that one of the patterns covers (`not`: all others). Parts that are unknown count as covering what they could. A pattern's
 * set is kept, and so is the answer: do not write into it. 22,000 bits, 2.8 kB.
 */
export function actionSet(
  patterns: readonly string[],
  catalogue: ActionCatalogue,
  { not = false }: { readonly not?: boolean } = {},
): ActionSet {
  const known = sets.get(catalogue) ?? new Map<string, ActionSet>();
  sets.set(catalogue, known);
  const name = `${not ? '!' : ''}${patterns.map((pattern) => pattern.toLowerCase()).join('\n')}`;
  const before = known.get(name);
  if (before) return before;
  if (known.size > 20_000) known.clear();
  const set: ActionSet = new Uint32Array(Math.ceil(catalogue.size / 32));
  for (const pattern of patterns) {
    const one = patterns.length === 1 ? null : actionSet([pattern], catalogue);
    if (one) for (const [index, word] of one.entries()) set[index] = (set[index] ?? 0) | word;
    else addPattern(set, pattern, catalogue);
  }
  if (not) invert(set, catalogue.size);
  known.set(name, set);
  return set;
}

/** Names are sorted, so only the range that begins like the pattern is looked at. */
function addPattern(set: ActionSet, text: string, { names }: ActionCatalogue): void {
  const pattern = holesAsStars(wild(text.toLowerCase()));
  const matcher = glob(pattern);
  const prefix = pattern.split(/[\uFDD0\uFDD1]/)[0] ?? '';
  for (let index = firstFrom(names, prefix); index < names.length; index++) {
    const name = names[index] ?? '';
    if (!name.startsWith(prefix)) break;
    if (matcher.test(name)) set[index >>> 5] = (set[index >>> 5] ?? 0) | (1 << (index & 31));
  }
}

function firstFrom(names: readonly string[], prefix: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

function invert(set: ActionSet, size: number): void {
  for (const [index, word] of set.entries()) set[index] = ~word;
  const rest = size & 31;
  const last = set.length - 1;
  if (rest !== 0) set[last] = (set[last] ?? 0) & ((1 << rest) - 1);
}

export function hasAction(set: ActionSet, index: number): boolean {
  return (((set[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** Numbers of the actions in a set, ascending. */
export function actionsIn(set: ActionSet): readonly number[] {
  const found: number[] = [];
  for (const [index, word] of set.entries()) {
    for (let rest = word; rest !== 0; rest &= rest - 1) found.push(index * 32 + (31 - Math.clz32(rest & -rest)));
  }
  return found;
}
