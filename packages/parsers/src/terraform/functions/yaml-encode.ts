/** yamlencode: block style, keys sorted and quoted, strings quoted, sequences not indented below their key. */
import type { MapValue, Range, Value } from '@kumomori/model';
import type { TextPiece } from '../../values/index.ts';
import { formatNumber, sortedEntries, quote, textFromPieces } from '../../values/index.ts';
import type { Failure } from './context.ts';
import { MAX_TEXT, deepDependencies, isList, tooLarge } from './support.ts';
import { withDependencies } from '@kumomori/model';

const MAX_DEPTH = 100;

/** The YAML text of a value, which it knows as its `structure`; unknown values become unknown parts of the text. */
export function encodeYaml(value: Value, range: Range | null): Value | Failure {
  if (value.kind === 'unknown') return value;
  const pieces: TextPiece[] = [];
  let size = 0;
  const write = (piece: TextPiece): boolean => {
    pieces.push(piece);
    size += typeof piece === 'string' ? piece.length : 1;
    return size <= MAX_TEXT;
  };
  if (!writeBlock(value, write, 0, 0)) return tooLarge('the YAML text is too long or too deep');
  return withDependencies(textFromPieces(pieces, range, value), [deepDependencies([value])]);
}

type Write = (piece: TextPiece) => boolean;

/** Writes a value whose first line continues the current one, with a line break at its end. */
function writeBlock(value: Value, write: Write, indent: number, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  if (value.kind === 'map' && (value.entries.size > 0 || value.rest)) return writeMap(value, write, indent, depth);
  if (isList(value) && (value.items.length > 0 || value.rest)) {
    for (const [at, item] of [...value.items, ...(value.rest ? [value.rest] : [])].entries()) {
      if (!write(`${at > 0 ? ' '.repeat(indent) : ''}- `) || !writeBlock(item, write, indent + 2, depth + 1)) return false;
    }
    return true;
  }
  return writeScalar(value, write, indent);
}

function writeMap(map: MapValue, write: Write, indent: number, depth: number): boolean {
  const padding = ' '.repeat(indent);
  for (const [at, [key, item]] of sortedEntries(map).entries()) {
    if (!write(`${at > 0 ? padding : ''}${quote(key)}:`)) return false;
    const isNested = (item.kind === 'map' && item.entries.size > 0) || (isList(item) && item.items.length > 0);
    if (!isNested) {
      if (!write(' ') || !writeBlock(item, write, indent, depth + 1)) return false;
      continue;
    }
    const inner = isList(item) ? indent : indent + 2;
    if (!write(`\n${' '.repeat(inner)}`) || !writeBlock(item, write, inner, depth + 1)) return false;
  }
  return !map.rest || (write(map.rest) && write('\n'));
}

function writeScalar(value: Value, write: Write, indent: number): boolean {
  switch (value.kind) {
    case 'string':
      return value.value.includes('\n') ? writeLines(value.value, write, indent) : write(`${quote(value.value)}\n`);
    case 'number':
      return write(`${formatNumber(value.value)}\n`);
    case 'bool':
      return write(`${value.value}\n`);
    case 'null':
      return write('null\n');
    case 'unknown':
      return write(value) && write('\n');
    case 'template':
      return write('"') && value.parts.every((part) => write(typeof part === 'string' ? quote(part).slice(1, -1) : part)) && write('"\n');
    default:
      return write(value.kind === 'map' ? '{}\n' : '[]\n');
  }
}

/** A text of several lines as a literal block, with the sign that says how it ends. */
function writeLines(text: string, write: Write, indent: number): boolean {
  if (/^[\s]|[^\n\x20-\uffff]/.test(text)) return write(`${quote(text)}\n`);
  const ending = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const padding = ' '.repeat(indent + 2);
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').map((line) => (line === '' ? '' : padding + line));
  return write(`|${ending}\n${lines.join('\n')}\n`);
}
