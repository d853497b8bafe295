/**
 * JSON text with holes: writing values of which parts are unknown as JSON, and reading JSON in which some pieces are unknown (a policy
 * written as a heredoc with interpolations). Strict JSON; depth and size are limited.
 */
import { boolValue, listValue, mapValue, nullValue, numberValue, withDependencies } from '@kumomori/model';
import type { MapValue, Range, UnknownValue, Value } from '@kumomori/model';
import { formatNumber, sortedEntries } from './convert.ts';
import { textFromPieces } from './text-pieces.ts';
import type { TextPiece } from './text-pieces.ts';

const MAX_DEPTH = 200;
/** In UTF-16 code units and nodes; above what AWS, Azure or Google Cloud accept as a document. */
const MAX_JSON_TEXT = 1_048_576;

/**
 * The JSON text of a value as Terraform's jsonencode writes it: no blanks, keys sorted, `<`, `>`, `&` escaped. Unknown values are pieces
 * of their own, outside quotes; unknown parts of strings are inside the quotes; more keys or elements that may exist are a piece
 * at the end. Null when the text is too long or too deep.
 */
export function jsonPieces(value: Value): readonly TextPiece[] | null {
  const pieces: TextPiece[] = [];
  let size = 0;
  const write = (piece: TextPiece): boolean => {
    size += typeof piece === 'string' ? piece.length : 1;
    pieces.push(piece);
    return size <= MAX_JSON_TEXT;
  };
  return writeValue(value, write, 0) ? pieces : null;
}

type Write = (piece: TextPiece) => boolean;

function writeValue(value: Value, write: Write, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  switch (value.kind) {
    case 'null':
      return write('null');
    case 'bool':
      return write(String(value.value));
    case 'number':
      return write(formatNumber(value.value));
    case 'string':
      return write(quote(value.value));
    case 'unknown':
      return write(value);
    case 'template':
      return write('"') && value.parts.every((part) => write(typeof part === 'string' ? escape(part) : part)) && write('"');
    case 'map':
      return writeMap(value, write, depth);
    default: {
      let first = true;
      if (!write('[')) return false;
      for (const item of [...value.items, ...(value.rest ? [value.rest] : [])]) {
        if ((!first && !write(',')) || !writeValue(item, write, depth + 1)) return false;
        first = false;
      }
      return write(']');
    }
  }
}

function writeMap(map: MapValue, write: Write, depth: number): boolean {
  let first = true;
  if (!write('{')) return false;
  for (const [key, item] of sortedEntries(map)) {
    if ((!first && !write(',')) || !write(`${quote(key)}:`) || !writeValue(item, write, depth + 1)) return false;
    first = false;
  }
  return (!map.rest || ((first || write(',')) && write(map.rest))) && write('}');
}

/** A JSON string literal as Terraform writes it. */
export function quote(text: string): string {
  return `"${escape(text)}"`;
}

function escape(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  return escaped.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Reads JSON whose text is known only in pieces; null when it is not JSON whatever the holes hold. A hole in place of a value or beside
 * bare characters is that unknown; one inside a string makes a template; one among the members or elements of an object or array, or
 * inside a key, may stand for any number of them and becomes `rest`. All values get the given range.
 */
export function parseJsonWithHoles(parts: readonly TextPiece[], range: Range | null = null): Value | null {
  let length = 0;
  for (const part of parts) length += typeof part === 'string' ? part.length : 1;
  if (length > MAX_JSON_TEXT) return null;
  const reader = new Reader(parts, range);
  const value = reader.value(0);
  return value !== null && reader.atEnd() ? value : null;
}

/** Reads one document; `null` results mean "not JSON". State: the piece and the place inside it. */
class Reader {
  readonly #parts: readonly TextPiece[];
  readonly #range: Range | null;
  #part = 0;
  #at = 0;

  constructor(parts: readonly TextPiece[], range: Range | null) {
    this.#parts = parts.filter((part) => part !== '');
    this.#range = range;
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
      const text = this.#string();
      return text === null ? null : this.#withHoles(textFromPieces(text, this.#range));
    }
    return this.#bare();
  }

  /** A string made of nothing but one hole is still a string: the hole stands for its whole text. */
  #withHoles(text: Value): Value {
    return text.kind === 'string' || text.kind === 'template' ? text : { ...text, range: text.range ?? this.#range };
  }

  #object(depth: number): Value | null {
    this.#next();
    const entries = new Map<string, Value>();
    const holes: UnknownValue[] = [];
    if (this.#take('}')) return mapValue(entries, this.#range);
    do {
      if (!this.#member(entries, holes, depth)) return null;
    } while (this.#take(','));
    return this.#take('}') ? mapValue(entries, this.#range, oneHole(holes)) : null;
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
    this.#next();
    const items: Value[] = [];
    const holes: UnknownValue[] = [];
    if (this.#take(']')) return listValue(items, this.#range);
    do {
      this.#skipBlanks();
      const isHole = typeof this.#peek() !== 'string';
      const value = this.value(depth + 1);
      if (value === null) return null;
      if (isHole && value.kind === 'unknown') holes.push(value);
      else items.push(value);
    } while (this.#take(','));
    return this.#take(']') ? listValue(items, this.#range, oneHole(holes)) : null;
  }

  /** The pieces of a string literal, unescaped; null when it is not closed or an escape is wrong. */
  #string(): readonly TextPiece[] | null {
    this.#next();
    const pieces: TextPiece[] = [];
    for (;;) {
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
    if (text === 'true' || text === 'false') return boolValue(text === 'true', this.#range);
    if (text === 'null') return nullValue(this.#range);
    return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
      ? numberValue(Number(text), this.#range)
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
