/** Reads what lies at paths of a block: `vpc_config.subnet_ids`. What is written in several vocabularies is read at one path for each. */
import { BlockReader, structureOf, toTextWithHoles } from '../code/index.ts';
import type { Place } from '../node.ts';
import type { UnknownReason, Value } from '../value.ts';
import { known, texts } from './undecided.ts';
import type { Known, Texts } from './undecided.ts';

export const NO_TEXTS: Texts = { items: [], rest: null };

/** The blocks at a path, also within JSON text; `rest`: there may be more. `''` is the block itself. */
export function blocksAt(block: BlockReader, path: string): Blocks {
  return blocksBelow(block, path === '' ? [] : path.split('.'));
}

interface Blocks {
  readonly readers: readonly BlockReader[];
  readonly rest: UnknownReason | null;
}

function blocksBelow(block: BlockReader, steps: readonly string[]): Blocks {
  let readers: readonly BlockReader[] = [block];
  let rest: UnknownReason | null = null;
  for (const step of steps) {
    const found = readers.map((each) => nested(each, step));
    rest ??= found.find((each) => each.rest)?.rest ?? null;
    readers = found.flatMap((each) => each.readers);
  }
  return { readers, rest };
}

function nested(block: BlockReader, step: string): Blocks {
  const value = block.value(step);
  const structure = value && (value.kind === 'string' || value.kind === 'template') ? structureOf(value) : null;
  const { readers, rest } = structure ? BlockReader.ofValue(structure, block.placeOf(step)) : block.blocks(step);
  return { readers, rest: rest && (rest.reason ?? NOT_KNOWN) };
}

/** All texts at the paths (separated by spaces), each once. */
export function textsAt(block: BlockReader, paths: string): Texts {
  const found: Texts[] = [];
  for (const { above, last } of partedPaths(paths)) {
    const { readers, rest } = blocksBelow(block, above);
    for (const each of readers) found.push(texts(each.strings(last)));
    if (rest) found.push({ items: [], rest });
  }
  return union(found);
}

/** The first text that is written at one of the paths; undefined when none is. */
export function textAt(block: BlockReader, paths: string): Known<string | undefined> {
  const { items, rest } = textsAt(block, paths);
  const [first] = items;
  return first ?? (rest ? { undecided: rest } : undefined);
}

/** The first value that is written at one of the paths. */
export function flagAt(block: BlockReader, paths: string): Known<boolean | undefined> {
  return firstOf(block, paths, (each, name) => known(each.boolean(name)));
}

export function numberAt(block: BlockReader, paths: string): Known<number | undefined> {
  return firstOf(block, paths, (each, name) => known(each.number(name)));
}

function firstOf<T>(
  block: BlockReader,
  paths: string,
  read: (block: BlockReader, name: string) => Known<T | undefined>,
): Known<T | undefined> {
  let open: Known<T | undefined>;
  for (const { above, last } of partedPaths(paths)) {
    const { readers, rest } = blocksBelow(block, above);
    for (const each of readers) {
      const found = read(each, last);
      if (found === undefined) continue;
      if (typeof found !== 'object') return found;
      open ??= found;
    }
    if (rest) open ??= { undecided: rest };
  }
  return open;
}

/** A value, what it is called, and where it stands. */
export interface PlacedValue {
  readonly name: string;
  readonly value: Value;
  readonly place: Place;
}

/** The values that are written at the paths. */
export function valuesAt(block: BlockReader, paths: string): readonly PlacedValue[] {
  return partedPaths(paths).flatMap(({ above, last: name }) => {
    return blocksBelow(block, above).readers.flatMap((each) => {
      const value = each.value(name);
      if (value) return [{ name, value, place: each.placeOf(name) }];
      return each.blocks(name).readers.flatMap((pair) => pairValue(pair, name));
    });
  });
}

/** Nested blocks of names and values: `environment_variable { name = "TOKEN" … }`. */
function pairValue(pair: BlockReader, otherwise: string): readonly PlacedValue[] {
  const value = pair.value('value') ?? pair.value('Value');
  const name = textOfValue(pair.value('name') ?? pair.value('key')) ?? otherwise;
  const type = textOfValue(pair.value('type') ?? pair.value('Type'));
  return value && !isNameOfSecret(type) ? [{ name, value, place: pair.placeOf('value') }] : [];
}

/** Of a variable of a build: its value names what is in a store. */
export function isNameOfSecret(type: string | undefined): boolean {
  return type === 'SECRETS_MANAGER' || type === 'PARAMETER_STORE';
}

/** Texts of pairs one of whose members says what they are: `{ type: 'SECRETS_MANAGER', value: ARN }`. */
export function pairTexts(block: BlockReader, path: string, { where, is, take }: PairChoice): Texts {
  const { readers, rest } = blocksAt(block, path);
  const chosen = readers.filter((each) => {
    const said = textAt(each, where);
    return typeof said === 'string' && is.includes(said);
  });
  return union([...chosen.map((each) => textsAt(each, take)), ...(rest ? [{ items: [], rest }] : [])]);
}

export interface PairChoice {
  /** Paths of the member that says it. */
  readonly where: string;
  readonly is: readonly string[];
  /** Paths of what is taken. */
  readonly take: string;
}

/** Is anything written at one of the paths: a nested block, or an attribute that is not null? */
export function isWritten(block: BlockReader, paths: string): Known<boolean> {
  let open: Known<boolean> = false;
  for (const { above, last } of partedPaths(paths)) {
    const { readers, rest } = blocksBelow(block, above);
    if (rest) open = { undecided: rest };
    for (const each of readers) {
      const inside = each.block(last);
      const value = each.value(last);
      if ((inside.exists && !inside.uncertain) || (value && value.kind !== 'unknown')) return true;
      const missing = value?.kind === 'unknown' ? value.reason : inside.uncertain ? NOT_KNOWN : each.missing(last).reason;
      if (missing) open = { undecided: missing };
    }
  }
  return open;
}

/** Everything together, each text once. */
export function union(lists: readonly Texts[]): Texts {
  const [only, another] = lists;
  if (!only) return NO_TEXTS;
  if (!another) return only;
  return { items: [...new Set(lists.flatMap(({ items }) => items))], rest: lists.find(({ rest }) => rest)?.rest ?? null };
}

export function mapTexts({ items, rest }: Texts, change: (text: string) => string | undefined): Texts {
  return { items: [...new Set(items.map(change).filter((each) => each !== undefined))], rest };
}

/** A text with HOLEs of a value; undefined when it is none. */
export function textOfValue(value: Value | undefined): string | undefined {
  const text = value && toTextWithHoles(value);
  return typeof text === 'string' ? text : undefined;
}

interface PartedPath {
  readonly above: readonly string[];
  readonly last: string;
}

const partedBefore = new Map<string, readonly PartedPath[]>();
const MAX_REMEMBERED = 10_000;

/** Paths, separated by spaces, taken apart: they stand in tables, and each is asked of many blocks. */
function partedPaths(paths: string): readonly PartedPath[] {
  const known = partedBefore.get(paths);
  if (known) return known;
  if (partedBefore.size >= MAX_REMEMBERED) partedBefore.clear();
  const made = paths.split(' ').map((path): PartedPath => {
    const steps = path.split('.');
    return { above: steps.slice(0, -1), last: steps.at(-1) ?? '' };
  });
  partedBefore.set(paths, made);
  return made;
}

const NOT_KNOWN: UnknownReason = { code: 'computed', detail: 'it is not known' };
