/** JSON texts know what they say: the structure that is attached to them, each part with its place. */
import type { ListValue, MapValue, Value } from '@kumomori/model';
import type { PartPlaces } from './json-read.ts';
import { readJson, samePlace } from './json-read.ts';
import type { TextPiece } from './text-pieces.ts';

export type Structure = MapValue | ListValue;

/** One look at either end of the text, so that asking costs nothing for all the texts that are none. */
export function mayBeJson(pieces: readonly TextPiece[]): boolean {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (typeof first !== 'string' || last === undefined || !opensJson(first)) return false;
  if (typeof last !== 'string') return true;
  let at = last.length - 1;
  while (at >= 0 && isBlank(last.charCodeAt(at))) at--;
  const code = last.charCodeAt(at);
  return code === 125 || code === 93;
}

/** True for a text that begins as a JSON object or array. */
export function opensJson(text: string): boolean {
  let at = 0;
  while (isBlank(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return code === 123 || code === 91;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** The object or array a text says, leniently read; null when it is no JSON. */
export function structureOfText(pieces: readonly TextPiece[], places: PartPlaces): Structure | null {
  if (!mayBeJson(pieces)) return null;
  const root = readJson(pieces, { places, lenient: true });
  return root && (root.kind === 'map' || root.kind === 'list') ? root : null;
}

/** For texts that were put together by functions or given on the command line: all parts have the place of the whole. */
export function withStructure(value: Value): Value {
  if ((value.kind !== 'string' && value.kind !== 'template') || value.structure !== null) return value;
  const start = value.kind === 'string' ? value.value : value.parts[0];
  if (typeof start !== 'string' || !opensJson(start)) return value;
  const structure = structureOfText(value.kind === 'string' ? [value.value] : value.parts, samePlace(value.range));
  return structure === null ? value : { ...value, structure };
}
