/** Texts of which some parts are unknown: taking them apart and putting them together without losing the known parts. */
import { stringValue, withDependencies } from '@kumomori/model';
import type { Range, TemplateValue, UnknownValue, Value } from '@kumomori/model';
import { toStringValue } from './convert.ts';

export type TextPiece = string | UnknownValue;

/** The pieces of a value used as text, or null when it is null or a collection and so has no text. */
export function textPieces(value: Value): readonly TextPiece[] | null {
  const text = toStringValue(value);
  if (text.kind === 'string') return [text.value];
  if (text.kind === 'template') return text.parts;
  return value.kind === 'unknown' ? [value] : null;
}

/**
 * Pieces as one value: a string when all are known, the unknown itself when there is nothing else, otherwise a template whose
 * neighboring known parts are joined. It depends on everything its unknown parts depend on.
 */
export function textFromPieces(pieces: readonly TextPiece[], range: Range | null, structure: Value | null = null): Value {
  const parts: TextPiece[] = [];
  let known = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      known += piece;
      continue;
    }
    if (known !== '') parts.push(known);
    known = '';
    parts.push(piece);
  }
  if (known !== '' || parts.length === 0) parts.push(known);
  const unknowns = parts.filter((part) => typeof part !== 'string');
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    if (typeof only === 'string') return stringValue(only, range, structure);
    if (structure === null) return only;
  }
  const template: TemplateValue = { kind: 'template', parts, structure, range, via: null, refs: [], sensitive: false };
  return withDependencies(template, unknowns);
}

/** Length of the known text in pieces, in UTF-16 code units. */
export function knownLength(pieces: readonly TextPiece[]): number {
  let length = 0;
  for (const piece of pieces) if (typeof piece === 'string') length += piece.length;
  return length;
}

/** One unknown for all unknown pieces, or null when there is none. */
export function firstHole(pieces: readonly TextPiece[]): UnknownValue | null {
  const [first, ...others] = pieces.filter((piece) => typeof piece !== 'string');
  return first ? withDependencies(first, others) : null;
}

/** Whether an occurrence of a text could begin in a known part and end in the unknown one beside it, or the other way round. */
export function mayCross(pieces: readonly TextPiece[], wanted: string): boolean {
  for (const [at, piece] of pieces.entries()) {
    if (typeof piece !== 'string') continue;
    for (let length = 1; length < wanted.length; length++) {
      if (at < pieces.length - 1 && piece.endsWith(wanted.slice(0, length))) return true;
      if (at > 0 && piece.startsWith(wanted.slice(wanted.length - length))) return true;
    }
    if (at > 0 && at < pieces.length - 1 && wanted.includes(piece)) return true;
  }
  return false;
}
