/** A policy document with the place of every statement. */
import { HOLE, structureOf, toTextWithHoles } from '../code/index.ts';
import type { BlockReader } from '../code/index.ts';
import type { Range } from '../source.ts';
import type { UnknownReason, Value } from '../value.ts';
import type { Known } from './undecided.ts';

/** Plain JSON; unknown parts of texts are the character HOLE, unknown lists and objects hold one text that is HOLE alone. */
export interface SourcedDocument {
  readonly document: unknown;
  /** Places of the statements in their order. */
  readonly statements: readonly (Range | null)[];
  readonly place: Range | null;
  /** Not null: there may be more in it than is known. */
  readonly rest: UnknownReason | null;
}

/** Deeper nesting is no policy. */
const MAX_DEPTH = 64;

/** The document in an attribute: JSON text, or an object. Undefined when there is none. */
export function documentAt(block: BlockReader, attribute: string): Known<SourcedDocument | undefined> {
  const value = block.value(attribute);
  if (value) return documentOf(value);
  const { state, reason } = block.missing(attribute);
  return state === 'absent' ? undefined : { undecided: reason ?? { code: 'computed', detail: 'it is not known' } };
}

/** The same of a value that is at hand. Text that is no JSON is undecided, as `unsupported`. */
export function documentOf(value: Value): Known<SourcedDocument | undefined> {
  if (value.kind === 'unknown') return { undecided: value.reason };
  const root = structureOf(value);
  if (root?.kind === 'unknown') return { undecided: root.reason };
  if (root?.kind !== 'map') {
    if (value.kind === 'string' && value.value.trim() === '') return undefined;
    return { undecided: { code: 'unsupported', detail: 'the policy is not a JSON document that can be read' } };
  }
  const open: { rest: UnknownReason | null } = { rest: null };
  const statement = [...root.entries].find(([key]) => key.toLowerCase() === 'statement')?.[1];
  const items = statement?.kind === 'list' || statement?.kind === 'set' ? statement.items : statement ? [statement] : [];
  return {
    document: plain(root, open, 0),
    statements: items.map((each) => each.range),
    place: value.range,
    rest: open.rest,
  };
}

function plain(value: Value, open: { rest: UnknownReason | null }, depth: number): unknown {
  if (depth > MAX_DEPTH) return HOLE;
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'number':
      return value.value;
    case 'list':
    case 'set':
      open.rest ??= value.rest?.reason ?? null;
      return [...value.items.map((each) => plain(each, open, depth + 1)), ...(value.rest ? [HOLE] : [])];
    case 'map':
      open.rest ??= value.rest?.reason ?? null;
      return Object.fromEntries([
        ...[...value.entries].map(([key, each]) => [key, plain(each, open, depth + 1)] as const),
        ...(value.unnamed ?? []).map(([key, each]) => [textOf(key), plain(each, open, depth + 1)] as const),
      ]);
    case 'unknown':
      open.rest ??= value.reason;
      return HOLE;
    default:
      return textOf(value);
  }
}

function textOf(value: Value): string {
  const text = toTextWithHoles(value);
  return typeof text === 'string' ? text : HOLE;
}
