/**
 * CloudTrail objects as the service writes them (`{"Records":[{"eventVersion":…},…]}` on one line) cut into a record a line without parsing; the
 * engine parses them. Anything that looks different is left to the reader in JavaScript.
 */
const HEAD = Buffer.from('{"Records":[');
const RECORD = Buffer.from(',{"eventVersion":');
const FIRST = RECORD.subarray(1);
const LINE_FEED = 10;
/** Bytes that would end a line or a column, or that no JSON text may hold. */
const FORBIDDEN = [LINE_FEED, 13, 1, 0];
/** Longest line the engine is told to expect; CloudTrail's own limit for a record is 256 kB. */
export const MAX_LINE = 4 * 1024 * 1024;

export interface CutRecords {
  /** One record a line, each with its line end. */
  readonly lines: Uint8Array;
  readonly count: number;
}

/**
 * Null where the text is not in that form. A record separator inside of a record cuts it into pieces that are no JSON; the engine notices. The
 * bytes are changed in place. O(bytes).
 */
export function cutRecords(bytes: Uint8Array): CutRecords | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = buffer.length;
  while (end > 0 && (buffer[end - 1] === LINE_FEED || buffer[end - 1] === 32)) end -= 1;
  const start = HEAD.length;
  if (!buffer.subarray(0, start).equals(HEAD) || buffer[end - 1] !== 0x7d || buffer[end - 2] !== 0x5d) return null;
  if (!buffer.subarray(start, start + FIRST.length).equals(FIRST)) return null;
  const body = buffer.subarray(start, end - 1);
  if (FORBIDDEN.some((each) => body.includes(each))) return null;
  const cuts: number[] = [];
  for (let at = body.indexOf(RECORD); at !== -1; at = body.indexOf(RECORD, at + RECORD.length)) {
    if (at - (cuts.at(-1) ?? 0) > MAX_LINE / 2) return null;
    cuts.push(at);
  }
  if (body.length - (cuts.at(-1) ?? 0) > MAX_LINE / 2) return null;
  for (const at of cuts) body[at] = LINE_FEED;
  body[body.length - 1] = LINE_FEED;
  return { lines: body, count: cuts.length + 1 };
}
