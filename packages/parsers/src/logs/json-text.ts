/** JSON as logs come in: one document, one value a line, values one after the other, and documents that break off. */
import { splitJson } from './split-json.ts';
import type { Found } from './found.ts';
import { lineEnd, parsed } from './pieces.ts';
import { MAX_RECORD } from './types.ts';
import { unwrap } from './unwrap.ts';

/** Reads a text that begins with `{` or `[`. */
export function readJsonText(text: string, found: Found): void {
  const whole = parsed(text);
  if (whole !== undefined) return unwrap(whole, found);
  const end = lineEnd(text, 0);
  const first = text.slice(0, end);
  if (end < text.length && parsed(first) !== undefined) return readJsonLines(text, found);
  for (const piece of splitJson(text, 0)) readPiece(piece, found);
}

function readJsonLines(text: string, found: Found): void {
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const end = lineEnd(text, start);
    readJsonLine(text.slice(start, end), { line, offset: start, isLast: end === text.length }, found);
    start = end + 1;
  }
}

interface LinePlace {
  readonly line: number;
  readonly offset: number;
  /** No line break after it: it may have been cut off. */
  readonly isLast: boolean;
}

/** One line of JSON, or of several values in a row. An empty line is nothing. */
export function readJsonLine(line: string, { line: number, offset, isLast }: LinePlace, found: Found): void {
  found.at(number, offset);
  if (line.length > MAX_RECORD) return found.problem('too-large', `${line.length} characters`);
  const value = parsed(line);
  if (value !== undefined) return unwrap(value, found);
  if (line.trim() === '') return;
  for (const piece of splitJson(line, 0))
    if (piece.kind === 'rest' && !isLast) {
      found.at(number, offset + piece.offset);
      found.problem('bad-json', '');
    } else readPiece({ ...piece, line: number, offset: offset + piece.offset }, found);
}

function readPiece(piece: ReturnType<typeof splitJson> extends Iterable<infer P> ? P : never, found: Found): void {
  found.at(piece.line, piece.offset);
  if (piece.kind === 'rest') return found.problem(piece.isOpen ? 'half-record' : 'bad-json', '');
  if (piece.text.length > MAX_RECORD) return found.problem('too-large', `${piece.text.length} characters`);
  const value = parsed(piece.text);
  if (value === undefined) found.problem('bad-json', '');
  else unwrap(value, found);
}
