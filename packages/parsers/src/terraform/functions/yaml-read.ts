/**
 * Reading a YAML document into values the way Terraform's yamldecode does: aliases share their value, `<<` merges, later keys win, all keys
 * become strings. Size, depth and the size after expansion of aliases are limited.
 */
import { boolValue, listValue, mapValue, nullValue, numberValue, unknownValue, withDependencies } from '@kumomori/model';
import type { MapValue, Range, UnknownValue, Value } from '@kumomori/model';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Document, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { PartPlaces, TextPiece } from '../../values/index.ts';
import { formatNumber, MAX_DEPTH, firstHole, textFromPieces } from '../../values/index.ts';
import { isStringFromStart, meaningOf, nestsTooDeep } from '../../documents/index.ts';
import type { Failure } from './context.ts';
import { MAX_TEXT, fail, isFailure, tooLarge } from './support.ts';

/** Nodes and characters of a document with every alias written out. */
const MAX_EXPANDED = 4 * MAX_TEXT;
/** Stand for a hole in the text that is parsed: the first, its number, the second. Private use, allowed wherever YAML allows a letter. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const HOLE = /\uE000(\d+)\uE001/;
const MERGE_TAG = 'tag:yaml.org,2002:merge';

/**
 * The value of a document of which some pieces are unknown. A hole inside quotes or a block makes a template, a plain scalar with one is
 * that unknown unless its beginning already makes it a string, a key with one or an element of a flow sequence becomes `rest`. Holes are taken
 * to hold no YAML structure. A text with holes that is no YAML is the unknown of the first hole. Never throws. O(text).
 */
export function readYaml(pieces: readonly TextPiece[], places: PartPlaces): Value | Failure {
  const holes = pieces.filter((piece) => typeof piece !== 'string');
  let index = 0;
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : `${OPEN}${index++}${CLOSE}`)).join('');
  if (text.length > MAX_TEXT) return tooLarge('the YAML text is too long');
  // oxlint-disable-next-line no-control-regex -- these are what YAML forbids
  if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text)) return firstHole(pieces) ?? fail('control characters are not allowed in YAML');
  if (nestsTooDeep(text, MAX_DEPTH)) return tooLarge('the YAML text is nested too deep');
  const hole = firstHole(pieces);
  if (hole !== null && pieces.some((piece) => typeof piece === 'string' && /[\uE000\uE001]/.test(piece))) return hole;
  const result = new Reader(text, holes, places).document(parse(text));
  return hole !== null && isFailure(result) && result.code === 'failed-function' ? hole : result;
}

/** Scalars stay text: what they mean is decided here. Later keys of the same name win, so they are no error. */
function parse(text: string): Document.Parsed {
  return parseDocument(text, { schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
}

interface Anchored {
  readonly value: Value;
  readonly size: number;
}

/** State: the anchors seen so far, and the size of what was read. */
class Reader {
  readonly #text: string;
  readonly #holes: readonly UnknownValue[];
  readonly #places: PartPlaces;
  /** Null while the anchored node is being read. */
  readonly #anchors = new Map<string, Anchored | null>();
  #size = 0;

  constructor(text: string, holes: readonly UnknownValue[], places: PartPlaces) {
    this.#text = text;
    this.#holes = holes;
    this.#places = places;
  }

  document({ errors, contents, directives }: Document.Parsed): Value | Failure {
    const [error] = errors;
    if (error?.code === 'MULTIPLE_DOCS') return fail('the text holds more than one document');
    if (error?.code === 'RESOURCE_EXHAUSTION') return tooLarge('the YAML text is nested too deep');
    // The library wants what stands in brackets indented, Terraform does not.
    if (error?.code === 'BAD_INDENT' && error.pos[0] < this.#text.trimEnd().length)
      return unknownValue('unsupported', 'a YAML text indented like this is not evaluated', this.#places.rangeOf(...error.pos));
    if (error) return fail(`the text is not valid YAML (${error.code} at character ${error.pos[0] + 1})`);
    if (directives.yaml.explicit === true && directives.yaml.version !== '1.1')
      return fail(`a document of YAML ${directives.yaml.version} is not supported`);
    if (contents === null && directives.docStart !== true) return fail('the text holds no document');
    return this.#node(contents, 0);
  }

  #node(node: unknown, depth: number): Value | Failure {
    if (depth > MAX_DEPTH) return tooLarge('the YAML text is nested too deep');
    if (++this.#size > MAX_EXPANDED) return tooLarge('the YAML text is too long with its aliases written out');
    if (isAlias(node)) return this.#alias(node);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, null);
    const before = this.#size;
    const value = this.#content(node, depth);
    if (anchor !== undefined && !isFailure(value)) this.#anchors.set(anchor, { value, size: this.#size - before });
    return value;
  }

  #content(node: unknown, depth: number): Value | Failure {
    if (isScalar(node)) return this.#scalar(node);
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) return this.#seq(node, depth);
    return nullValue();
  }

  #alias({ source }: Alias): Value | Failure {
    const anchored = this.#anchors.get(source);
    if (anchored === undefined) return fail(`there is no anchor ${source.slice(0, 60)} before its alias`);
    if (anchored === null) return fail(`the anchor ${source.slice(0, 60)} is used inside itself`);
    this.#size += anchored.size;
    return anchored.value;
  }

  #scalar(node: Scalar): Value | Failure {
    const text = this.#withoutAddedBreak(node);
    this.#size += text.length;
    const range = this.#rangeOf(node);
    if (HOLE.test(text)) return this.#withHoles(node, text, range);
    const meaning = meaningOf({ text, ...styleOf(node), tag: node.tag ?? null });
    if ('problem' in meaning) return fail(meaning.problem);
    if ('tooLarge' in meaning) return unknownValue('unsupported', `${meaning.tooLarge} is not evaluated`, range);
    const { plain } = meaning;
    if (plain === null) return nullValue(range);
    if (typeof plain === 'string') return textFromPieces([plain], range);
    return typeof plain === 'number' ? numberValue(plain, range) : boolValue(plain, range);
  }

  /** A block that ends with the text, without a line break there, has none for Terraform; the library adds one. */
  #withoutAddedBreak(node: Scalar): string {
    const text = textOf(node);
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const isLast = isBlock && !/[\r\n]$/.test(this.#text) && (node.range?.[1] ?? 0) >= this.#text.length;
    return isLast && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  #withHoles(node: Scalar, text: string, range: Range | null): Value | Failure {
    const pieces = this.#piecesOf(text);
    const [first] = pieces;
    const isText = node.tag === undefined ? !styleOf(node).isPlain : node.tag === 'tag:yaml.org,2002:str';
    const isString = isText || (node.tag === undefined && typeof first === 'string' && isStringFromStart(first));
    const made = isString ? textFromPieces(pieces, range) : firstHole(pieces);
    return made?.kind === 'unknown' ? { ...made, range: made.range ?? range } : (made ?? fail('a part of the text is lost'));
  }

  #piecesOf(text: string): readonly TextPiece[] {
    return text.split(HOLE).flatMap((part, at): readonly TextPiece[] => {
      // The captured number stands at every second place.
      if (at % 2 === 0) return part === '' ? [] : [part];
      const hole = this.#holes[Number(part)];
      return hole === undefined ? [] : [hole];
    });
  }

  #seq(node: YAMLSeq, depth: number): Value | Failure {
    if (node.tag !== undefined && node.tag !== 'tag:yaml.org,2002:seq') return fail(`a sequence cannot be a ${node.tag.slice(0, 60)}`);
    const items: Value[] = [];
    const holes: UnknownValue[] = [];
    for (const item of node.items) {
      const value = this.#node(item, depth + 1);
      if (isFailure(value)) return value;
      // `[${join(", ", …)}]` may be any number of elements.
      if (node.flow === true && value.kind === 'unknown' && isScalar(item) && styleOf(item).isPlain) holes.push(value);
      else items.push(value);
    }
    return listValue(items, this.#rangeOf(node), firstHole(holes));
  }

  #map(node: YAMLMap, depth: number): Value | Failure {
    if (node.tag !== undefined && node.tag !== 'tag:yaml.org,2002:map') return fail(`a mapping cannot be a ${node.tag.slice(0, 60)}`);
    const entries = new Map<string, Value>();
    const holes: UnknownValue[] = [];
    for (const pair of node.items) {
      const key = isMergeKey(pair.key) ? null : this.#key(pair.key);
      if (isFailure(key)) return key;
      const value = this.#node(pair.value ?? null, depth + 1);
      if (isFailure(value)) return value;
      if (typeof key === 'string') entries.set(key, value.range === null ? { ...value, range: this.#rangeOf(pair.key) } : value);
      else if (key !== null) holes.push(withDependencies(key, [value]));
      else {
        const merged = this.#merge(value, entries);
        if (isFailure(merged)) return merged;
        if (merged === null) continue;
        // It may override all that was said before.
        entries.clear();
        holes.push(merged);
      }
    }
    return mapValue(entries, this.#rangeOf(node), firstHole(holes));
  }

  /** The text of a key, or the unknown that it is. */
  #key(node: unknown): string | UnknownValue | Failure {
    if (!isScalar(node)) return fail('only texts can be keys of a mapping');
    const value = this.#scalar(node);
    if (isFailure(value) || value.kind === 'unknown') return value;
    if (value.kind === 'template') return firstHole(value.parts) ?? fail('a part of the text is lost');
    if (value.kind === 'string') return value.value;
    if (value.kind === 'bool') return String(value.value);
    return value.kind === 'number' ? formatNumber(value.value) : fail('a key of a mapping is null');
  }

  /** Takes over the entries of a mapping or of a sequence of mappings; what else they may hold is the result. */
  #merge(from: Value, entries: Map<string, Value>): UnknownValue | null | Failure {
    if (from.kind === 'unknown') return from;
    const sources: readonly Value[] = from.kind === 'list' ? from.items : [from];
    const holes: UnknownValue[] = from.kind === 'list' && from.rest ? [from.rest] : [];
    for (const source of sources) {
      if (source.kind === 'unknown') holes.push(source);
      else if (source.kind !== 'map') return fail('only mappings can be merged into a mapping');
      else if (!this.#takeOver(source, entries)) return tooLarge('the YAML text is too long with its aliases written out');
      if (source.kind === 'map' && source.rest) holes.push(source.rest);
    }
    return firstHole(holes);
  }

  #takeOver(source: MapValue, entries: Map<string, Value>): boolean {
    this.#size += source.entries.size;
    if (this.#size > MAX_EXPANDED) return false;
    for (const [key, value] of source.entries) entries.set(key, value);
    return true;
  }

  #rangeOf(node: unknown): Range | null {
    const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : null;
    return range ? this.#places.rangeOf(range[0], range[1]) : null;
  }
}

function isMergeKey(node: unknown): boolean {
  return isScalar(node) && (node.tag === MERGE_TAG || (node.tag === undefined && textOf(node) === '<<'));
}

function textOf(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

function styleOf({ type }: Scalar): { readonly isPlain: boolean; readonly isQuoted: boolean } {
  return { isPlain: type === undefined || type === 'PLAIN', isQuoted: type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' };
}
