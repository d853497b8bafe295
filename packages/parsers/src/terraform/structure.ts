/** What literals and files say that hold JSON, each part with its place in the file it is written in. */
import type { Provenance, Range, Source } from '@kumomori/model';
import type { Expression, TextMark } from '../hcl/index.ts';
import type { PartPlaces, Structure } from '../values/index.ts';
import { opensJson, structureOfText } from '../values/index.ts';
import { TextPlaces } from './text-places.ts';

type LiteralNode = Extract<Expression, { kind: 'literal' }>;

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

/** `file("policy.json")`, as a step on the way of what the file says. */
export function callStep(name: string, path: string, range: Range | null): Provenance {
  return { kind: 'document', name: `${name}("${path.slice(0, 200)}")`, range, next: null };
}
