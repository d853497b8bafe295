/** JSON texts know what they say: the structure that is attached to them, each part with its place in the file it is written in. */
import type { ListValue, MapValue, Provenance, Range, Source, Value } from '@kumomori/model';
import type { Expression, TextMark } from '../hcl/index.ts';
import type { PartPlaces } from './json-read.ts';
import { readJson, samePlace } from './json-read.ts';
import { TextPlaces } from './text-places.ts';
import type { TextPiece } from './text-pieces.ts';

type LiteralNode = Extract<Expression, { kind: 'literal' }>;
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

/** Literals are evaluated again for each instance of their module, but say the same each time. */
const ofLiterals = new WeakMap<LiteralNode, Structure | null>();

export function structureOfLiteral(node: LiteralNode, text: string, source: Source): Structure | null {
  if (!opensJson(text)) return null;
  const known = ofLiterals.get(node);
  if (known !== undefined) return known;
  const structure = structureOfText([text], placesOf(source, node.start + 1, node.marks ?? null));
  ofLiterals.set(node, structure);
  return structure;
}

const ofFiles = new WeakMap<Source, Structure | null>();

/** What a file says that was read by a function; the way of all parts leads through the call. */
export function structureOfFile(source: Source, call: Provenance): Structure | null {
  let structure = ofFiles.get(source);
  if (structure === undefined) {
    structure = structureOfText([source.text], placesOf(source, 0, null));
    ofFiles.set(source, structure);
  }
  return structure && { ...structure, via: call };
}

function placesOf(source: Source, start: number, marks: readonly TextMark[] | null): PartPlaces {
  const places = new TextPlaces(source);
  places.addText(0, start, marks);
  return places;
}

/** For texts that were put together by functions or given on the command line: all parts have the place of the whole. */
export function withStructure(value: Value): Value {
  if ((value.kind !== 'string' && value.kind !== 'template') || value.structure !== null) return value;
  const start = value.kind === 'string' ? value.value : value.parts[0];
  if (typeof start !== 'string' || !opensJson(start)) return value;
  const structure = structureOfText(value.kind === 'string' ? [value.value] : value.parts, samePlace(value.range));
  return structure === null ? value : { ...value, structure };
}

/** `file("policy.json")`, as a step on the way of what the file says. */
export function callStep(name: string, path: string, range: Range | null): Provenance {
  return { kind: 'document', name: `${name}("${path.slice(0, 200)}")`, range, next: null };
}
