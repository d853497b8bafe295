/**
 * CloudTrail objects as the service writes them (`{"Records":[{"eventVersion":…},…]}` on one line) cut into records without parsing the whole.
 * Anything that looks different is left to the reader of @kumomori/parsers.
 */
import { isAscii, isUtf8 } from 'node:buffer';

const HEAD = Buffer.from('{"Records":[');
const RECORD = Buffer.from(',{"eventVersion":');
const FIRST = RECORD.subarray(1);
const [LINE_FEED, BLANK, BRACE, BRACKET] = [10, 32, 0x7d, 0x5d] as const;
/** CloudTrail's own limit for a record is 256 kB. */
const MAX_RECORD = 2 * 1024 * 1024;

export interface CutRecords {
  readonly bytes: Buffer;
  /** Where each record begins. */
  readonly from: readonly number[];
  /** Where it ends. */
  readonly to: readonly number[];
  readonly textOf: (index: number) => string;
}

/**
 * Null where the text is not in that form. A record separator inside of a record cuts it into pieces that are no JSON: whoever parses them
 * notices. O(bytes).
 */
export function cutRecords(bytes: Uint8Array): CutRecords | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = buffer.length;
  while (end > 0 && (buffer[end - 1] === LINE_FEED || buffer[end - 1] === BLANK)) end -= 1;
  const start = HEAD.length;
  if (!buffer.subarray(0, start).equals(HEAD) || buffer[end - 1] !== BRACE || buffer[end - 2] !== BRACKET) return null;
  if (!buffer.subarray(start, start + FIRST.length).equals(FIRST)) return null;
  const isPlain = isAscii(buffer);
  if (!isPlain && !isUtf8(buffer)) return null;
  const from = [start];
  const to: number[] = [];
  for (let at = buffer.indexOf(RECORD, start); at !== -1; at = buffer.indexOf(RECORD, at + RECORD.length)) {
    to.push(at);
    from.push(at + 1);
  }
  to.push(end - 2);
  if (from.some((at, index) => (to[index] ?? 0) - at > MAX_RECORD)) return null;
  const encoding = isPlain ? 'latin1' : 'utf8';
  return { bytes: buffer, from, to, textOf: (index) => buffer.toString(encoding, from[index], to[index]) };
}
