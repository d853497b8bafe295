/**
 * Reading JSON of which some pieces are unknown (a policy written as a heredoc with interpolations), with the place of every part where
 * the caller knows it. Depth and size are limited.
 */
import { boolValue, listValue, mapValue, nullValue, numberValue, withDependencies } from '@kumomori/model';
import type { Provenance, Range, UnknownValue, Value } from '@kumomori/model';
import { MAX_DEPTH, MAX_JSON_TEXT } from './json-text.ts';
import { textFromPieces } from './text-pieces.ts';
import type { TextPiece } from './text-pieces.ts';

/** Where parts of a text stand. Offsets count UTF-16 code units of the known pieces and one for each hole. */
export interface PartPlaces {
  rangeOf(start: number, end: number): Range | null;
  /** The way of what was put into this part; null when it was written there. */
  viaOf(start: number, end: number): Provenance | null;
}

export interface JsonReading {
  readonly places: PartPlaces;
  /** Also take a comma too many: it makes the text no JSON, but what its author means is plain. */
  readonly lenient?: boolean;
}

/**
 * Reads JSON whose text is known only in pieces; null when it is not JSON whatever the holes hold. A hole in place of a value or beside
 * bare characters is that unknown; one inside a string makes a template; one among the members or elements of an object or array, or
 * inside a key, may stand for any number of them and becomes `rest`. All values get the given range.
 */
export function parseJsonWithHoles(parts: readonly TextPiece[], range: Range | null = null): Value | null {
  return readJson(parts, { places: samePlace(range) });
}

/** One place for all parts: the text was not written as such. */
export function samePlace(range: Range | null): PartPlaces {
  return { rangeOf: () => range, viaOf: () => null };
}

/** The same with a place for each part. O(text). */
export function readJson(parts: readonly TextPiece[], { places, lenient = false }: JsonReading): Value | null {
  let length = 0;
  for (const part of parts) length += typeof part === 'string' ? part.length : 1;
  if (length > MAX_JSON_TEXT) return null;
  const reader = new Reader(parts, { places, lenient });
  const value = reader.value(0);
  return value !== null && reader.atEnd() ? value : null;
}

/** Reads one document; `null` results mean "not JSON". State: the piece and the place inside it. */
class Reader {
  readonly #parts: readonly TextPiece[];
  readonly #places: PartPlaces;
  readonly #lenient: boolean;
  #part = 0;
  #at = 0;
  /** Length of the pieces before the current one. */
  #before = 0;

  constructor(parts: readonly TextPiece[], { places, lenient }: Required<JsonReading>) {
    this.#parts = parts.filter((part) => part !== '');
    this.#places = places;
    this.#lenient = lenient;
  }

  get #offset(): number {
    return this.#before + this.#at;
  }

  /** From an offset to where the reader is. */
  #rangeFrom(start: number): Range | null {
    return this.#places.rangeOf(start, this.#offset);
  }

  /** The next character, the next hole, or null at the end. */
  #peek(): TextPiece | null {
    const part = this.#parts[this.#part];
    if (part === undefined) return null;
    return typeof part === 'string' ? part.charAt(this.#at) : part;
  }

  #next(): TextPiece | null {
    const piece = this.#peek();
    const part = this.#parts[this.#part];
    if (typeof part === 'string' && this.#at + 1 < part.length) this.#at++;
    else {
      this.#before += typeof part === 'string' ? part.length : 1;
      this.#part++;
      this.#at = 0;
    }
    return piece;
  }

  #skipBlanks(): void {
    for (let piece = this.#peek(); piece === ' ' || piece === '\n' || piece === '\t' || piece === '\r'; piece = this.#peek()) this.#next();
  }

  #take(character: string): boolean {
    this.#skipBlanks();
    if (this.#peek() !== character) return false;
    this.#next();
    return true;
  }

  atEnd(): boolean {
    this.#skipBlanks();
    return this.#peek() === null;
  }

  value(depth: number): Value | null {
    if (depth > MAX_DEPTH) return null;
    this.#skipBlanks();
    const piece = this.#peek();
    if (piece === null) return null;
    if (piece === '{') return this.#object(depth);
    if (piece === '[') return this.#array(depth);
    if (piece === '"') {
      return this.#text();
    }
    return this.#bare();
  }

  /** A string made of nothing but one hole is still a string: the hole stands for its whole text. */
  #text(): Value | null {
    const start = this.#offset;
    const pieces = this.#string();
    if (pieces === null) return null;
    const range = this.#rangeFrom(start);
    const text = textFromPieces(pieces, range);
    if (text.kind !== 'string' && text.kind !== 'template') return { ...text, range: text.range ?? range };
    const via = this.#places.viaOf(start, this.#offset);
    return via === null ? text : { ...text, via };
  }

  #object(depth: number): Value | null {
    const start = this.#offset;
    this.#next();
    const entries = new Map<string, Value>();
    const holes: UnknownValue[] = [];
    if (this.#take('}')) return mapValue(entries, this.#rangeFrom(start));
    do {
      if (this.#endsHere('}')) break;
      if (!this.#member(entries, holes, depth)) return null;
    } while (this.#take(','));
    return this.#take('}') ? mapValue(entries, this.#rangeFrom(start), oneHole(holes)) : null;
  }

  /** Behind a comma that is one too many. */
  #endsHere(close: string): boolean {
    if (!this.#lenient) return false;
    this.#skipBlanks();
    return this.#peek() === close;
  }

  #member(entries: Map<string, Value>, holes: UnknownValue[], depth: number): boolean {
    this.#skipBlanks();
    if (typeof this.#peek() !== 'string') {
      if (!this.#bareHoles(holes)) return false;
      // An unquoted hole may be the key of the member; what follows then is its value.
      return this.#take(':') ? this.value(depth + 1) !== null : true;
    }
    if (this.#peek() !== '"') return false;
    const key = this.#string();
    if (key === null || !this.#take(':')) return false;
    const value = this.value(depth + 1);
    if (value === null) return false;
    const unknowns = key.filter((piece) => typeof piece !== 'string');
    if (unknowns.length === 0) entries.set(key.join(''), value);
    else holes.push(...unknowns.map((unknown) => withDependencies(unknown, [value])));
    return true;
  }

  /** One or more holes with nothing but blanks between them. */
  #bareHoles(holes: UnknownValue[]): boolean {
    const before = holes.length;
    for (let piece = this.#peek(); piece !== null && typeof piece !== 'string'; piece = this.#peek()) {
      holes.push(piece);
      this.#next();
      this.#skipBlanks();
    }
    return holes.length > before;
  }

  #array(depth: number): Value | null {
    const start = this.#offset;
    this.#next();
    const items: Value[] = [];
    const holes: UnknownValue[] = [];
    if (this.#take(']')) return listValue(items, this.#rangeFrom(start));
    do {
      if (this.#endsHere(']')) break;
      this.#skipBlanks();
      const isHole = typeof this.#peek() !== 'string';
      const value = this.value(depth + 1);
      if (value === null) return null;
      if (isHole && value.kind === 'unknown') holes.push(value);
      else items.push(value);
    } while (this.#take(','));
    return this.#take(']') ? listValue(items, this.#rangeFrom(start), oneHole(holes)) : null;
  }

  /** The pieces of a string literal, unescaped; null when it is not closed or an escape is wrong. */
  #string(): readonly TextPiece[] | null {
    this.#next();
    const pieces: TextPiece[] = [];
    for (;;) {
      const run = this.#plainRun();
      if (run !== '') append(pieces, run);
      const piece = this.#next();
      if (piece === null) return null;
      if (piece === '"') return pieces.length === 0 ? [''] : pieces;
      if (typeof piece !== 'string') pieces.push(piece);
      else if (piece === '\\') {
        const escaped = this.#escape();
        if (escaped === null) return null;
        append(pieces, escaped);
      } else if (piece < ' ') return null;
      else append(pieces, piece);
    }
  }

  /** The characters that stand for themselves, taken at once. The reader stays in front of what ends them, at the latest the piece's last. */
  #plainRun(): string {
    const part = this.#parts[this.#part];
    if (typeof part !== 'string') return '';
    let end = this.#at;
    for (; end < part.length - 1; end++) {
      const code = part.charCodeAt(end);
      if (code === 34 || code === 92 || code < 32) break;
    }
    const run = part.slice(this.#at, end);
    this.#at = end;
    return run;
  }

  #escape(): string | null {
    const letter = this.#next();
    if (typeof letter !== 'string') return null;
    if (letter !== 'u') return ESCAPES[letter] ?? null;
    let digits = '';
    for (let count = 0; count < 4; count++) {
      const digit = this.#next();
      if (typeof digit !== 'string' || !/[0-9a-fA-F]/.test(digit)) return null;
      digits += digit;
    }
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  /** true, false, null, a number, or anything beside a hole (which is unknown as a whole). */
  #bare(): Value | null {
    const start = this.#offset;
    let text = '';
    const holes: UnknownValue[] = [];
    for (let piece = this.#peek(); piece !== null; piece = this.#peek()) {
      if (typeof piece !== 'string') holes.push(piece);
      else if (/[\w.+-]/.test(piece)) text += piece;
      else break;
      this.#next();
    }
    const hole = oneHole(holes);
    if (hole) return hole;
    const range = this.#rangeFrom(start);
    if (text === 'true' || text === 'false') return boolValue(text === 'true', range);
    if (text === 'null') return nullValue(range);
    return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
      ? numberValue(Number(text), range)
      : null;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function append(pieces: TextPiece[], text: string): void {
  const last = pieces.at(-1);
  if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
  else pieces.push(text);
}

function oneHole(holes: readonly UnknownValue[]): UnknownValue | null {
  const [first] = holes;
  return first ? withDependencies(first, holes.slice(1)) : null;
}
