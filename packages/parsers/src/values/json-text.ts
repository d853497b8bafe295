/** Writing values of which parts are unknown as JSON text with holes; json-read.ts reads such texts. Depth and size are limited. */
import type { MapValue, Value } from '@kumomori/model';
import { formatNumber, sortedEntries } from './convert.ts';
import type { TextPiece } from './text-pieces.ts';

export const MAX_DEPTH = 200;
/** In UTF-16 code units and nodes; above what AWS, Azure or Google Cloud accept as a document. */
export const MAX_JSON_TEXT = 1_048_576;

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
