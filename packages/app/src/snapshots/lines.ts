/** Lines of a file of records, compressed or not, with bounded memory whatever the file claims to hold. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { gunzipSync, constants as zlib } from 'node:zlib';
import { HEADER_BYTES, headOf } from './member.ts';

const MIB = 1024 * 1024;
/** Text of one member, and one line. The largest answers of list calls are a few MiB. */
export const MAX_PIECE = 64 * MIB;
/** Text of one file. */
const MAX_TEXT = 1024 * MIB;
/** Compressed files of other tools are one member often, which is in memory at once. */
const MAX_FOREIGN = 256 * MIB;
/** Text beyond {@link MAX_PIECE} may be this many times as long as its file: repetitive answers reach about 60, bombs 1,000. */
const MAX_RATIO = 200;
const CHUNK = MIB;

export type LineTrouble = 'torn' | 'damaged' | 'too-large' | 'line-too-long' | 'unreadable';

export interface FileLine {
  /** Starts at 1. */
  readonly line: number;
  readonly text: string;
}

/** Every line that can be read. `trouble`: told of what cannot, with the line it would have been. */
export function* linesOf(path: string, trouble: (kind: LineTrouble, line: number | null) => void): Generator<FileLine> {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    trouble('unreadable', null);
    return;
  }
  try {
    const size = fstatSync(descriptor).size;
    yield* splitLines(path.endsWith('.gz') ? inflated(descriptor, size) : chunks(descriptor, size), trouble);
  } finally {
    closeSync(descriptor);
  }
}

/** Text, or why a stretch of it is missing. `lines`: how many lines are known to be missing. */
type Piece = { readonly bytes: Buffer } | { readonly trouble: LineTrouble; readonly lines: number };

function* splitLines(pieces: Iterable<Piece>, trouble: (kind: LineTrouble, line: number | null) => void): Generator<FileLine> {
  let line = 1;
  let begun: Buffer[] = [];
  let length = 0;
  let isTooLong = false;
  for (const piece of pieces) {
    if ('trouble' in piece) {
      trouble(piece.trouble, line);
      line += piece.lines;
      [begun, length, isTooLong] = [[], 0, false];
      continue;
    }
    const { bytes } = piece;
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      const text = Buffer.concat([...begun, bytes.subarray(start, end)]).toString('utf8');
      if (!isTooLong && text.trim() !== '') yield { line, text };
      [begun, length, isTooLong] = [[], 0, false];
      start = end + 1;
      line += 1;
    }
    if (start === bytes.length || isTooLong) continue;
    length += bytes.length - start;
    if (length <= MAX_PIECE) begun.push(bytes.subarray(start));
    else {
      trouble('line-too-long', line);
      [begun, isTooLong] = [[], true];
    }
  }
  const last = Buffer.concat(begun).toString('utf8');
  if (last.trim() !== '') yield { line, text: last };
}

function* chunks(descriptor: number, size: number): Generator<Piece> {
  for (let at = 0; at < size; at += CHUNK) {
    if (at >= MAX_TEXT) return yield { trouble: 'too-large', lines: 0 };
    const bytes = readAt(descriptor, at, Math.min(CHUNK, size - at));
    yield { bytes };
    if (bytes.length === 0) return undefined;
  }
  return undefined;
}

function* inflated(descriptor: number, size: number): Generator<Piece> {
  let text = 0;
  const allowed = Math.min(MAX_TEXT, Math.max(MAX_PIECE, size * MAX_RATIO));
  for (let at = 0; at < size;) {
    const head = headOf(readAt(descriptor, at, HEADER_BYTES));
    if (!head && size - at < HEADER_BYTES) return yield { trouble: 'torn', lines: 0 };
    if (!head) return yield* foreign(descriptor, { at, size, allowed: allowed - text });
    if (at + head.bytes > size) return yield { trouble: 'torn', lines: head.lines };
    const piece = head.bytes > MAX_PIECE ? 'too-large' : gunzip(readAt(descriptor, at, head.bytes), Math.min(MAX_PIECE, allowed - text));
    if (typeof piece === 'string') yield { trouble: piece, lines: head.lines };
    else yield { bytes: piece };
    text += typeof piece === 'string' ? 0 : piece.length;
    at += head.bytes;
  }
  return undefined;
}

/** The rest of a file that another tool compressed (or what a crash left of a header). What stands before damage is read. */
function* foreign(
  descriptor: number,
  { at, size, allowed }: { readonly at: number; readonly size: number; readonly allowed: number },
): Generator<Piece> {
  if (size - at > MAX_FOREIGN) return yield { trouble: 'too-large', lines: 0 };
  const rest = readAt(descriptor, at, size - at);
  if (rest.every((byte) => byte === 0)) return yield { trouble: 'torn', lines: 0 };
  const whole = gunzip(rest, allowed);
  if (typeof whole !== 'string') return yield { bytes: whole };
  if (whole === 'too-large') return yield { trouble: whole, lines: 0 };
  // The longest beginning that can be inflated, by bisection: whatever follows the damage fails too.
  let good = 0;
  for (let bad = rest.length; good + 1 < bad;) {
    const middle = (good + bad) >> 1;
    if (typeof gunzip(rest.subarray(0, middle), allowed, true) === 'string') bad = middle;
    else good = middle;
  }
  const kept = gunzip(rest.subarray(0, good), allowed, true);
  const end = typeof kept === 'string' ? -1 : kept.lastIndexOf(10);
  if (typeof kept !== 'string' && end !== -1) yield { bytes: kept.subarray(0, end + 1) };
  return yield { trouble: 'damaged', lines: 0 };
}

function gunzip(bytes: Buffer, limit: number, isPart = false): Buffer | 'damaged' | 'too-large' {
  if (limit <= 0) return 'too-large';
  try {
    return gunzipSync(bytes, { maxOutputLength: limit, ...(isPart && { finishFlush: zlib.Z_SYNC_FLUSH }) });
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'damaged';
  }
}

function readAt(descriptor: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const got = readSync(descriptor, bytes, read, length - read, at + read);
    if (got === 0) break;
    read += got;
  }
  return bytes.subarray(0, read);
}
