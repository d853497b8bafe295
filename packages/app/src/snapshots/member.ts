/**
 * Lines as members of a gzip file (RFC 1952). Files grow by whole members, and any tool reads the members one after the other as one text.
 * Ours say in an extra field how long they are and how many lines they hold, so that they can be skipped, and a torn last one is noticed.
 */
import { crc32, deflateRawSync } from 'node:zlib';

/** Bytes before the deflated text: 10 of gzip, 2 for the length of the extra field, 12 for the extra field. */
export const HEADER_BYTES = 24;
const TRAILER_BYTES = 8;
const FIELD = 'KM';
const FIELD_BYTES = 8;
const HAS_EXTRA = 4;
const UNKNOWN_SYSTEM = 255;

/** A member of `text`, which ends with a line end. */
export function memberOf(text: Buffer, lines: number, level = 6): Buffer {
  const deflated = deflateRawSync(text, { level });
  const member = Buffer.alloc(HEADER_BYTES + deflated.length + TRAILER_BYTES);
  member.set([0x1f, 0x8b, 8, HAS_EXTRA, 0, 0, 0, 0, 0, UNKNOWN_SYSTEM]);
  member.writeUInt16LE(4 + FIELD_BYTES, 10);
  member.write(FIELD, 12, 'latin1');
  member.writeUInt16LE(FIELD_BYTES, 14);
  member.writeUInt32LE(member.length, 16);
  member.writeUInt32LE(lines, 20);
  member.set(deflated, HEADER_BYTES);
  member.writeUInt32LE(crc32(text), HEADER_BYTES + deflated.length);
  member.writeUInt32LE(text.length % 2 ** 32, HEADER_BYTES + deflated.length + 4);
  return member;
}

export interface MemberHead {
  /** Of the whole member. */
  readonly bytes: number;
  readonly lines: number;
}

/** What a member of ours says about itself; null for gzip that something else wrote, and for anything that is no gzip. */
export function headOf(bytes: Uint8Array): MemberHead | null {
  if (bytes.length < HEADER_BYTES) return null;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const isOurs =
    head.readUInt32BE(0) === 0x1f8b0804 && head.readUInt16LE(10) === 4 + FIELD_BYTES && head.toString('latin1', 12, 14) === FIELD;
  const size = head.readUInt32LE(16);
  return isOurs && head.readUInt16LE(14) === FIELD_BYTES && size > HEADER_BYTES + TRAILER_BYTES
    ? { bytes: size, lines: head.readUInt32LE(20) }
    : null;
}
