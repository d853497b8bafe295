/** ZIP archives of a few files: written and read whole. APPNOTE.TXT 6.3.10; no encryption, no ZIP64. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1980-01-01: the same content makes the same archive. */
const DATE = 0x0021;
const MAX_FILES = 20_000;
const MAX_BYTES = 2 ** 31;
/** Of all files together, when read. */
const MAX_INFLATED = 2 * 1024 * 1024 * 1024;

export type ZipFiles = ReadonlyMap<string, Uint8Array>;

/** Throws RangeError for more than an archive without ZIP64 holds. */
export function writeZip(files: ZipFiles): Buffer {
  if (files.size > MAX_FILES) throw new RangeError('too many files for one archive');
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const path = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const sums = { crc: crc32(bytes), packed: packed.length, size: bytes.length };
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    describe(head, 4, sums, path.length);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(CENTRAL, 0);
    entry.writeUInt16LE(20, 4);
    describe(entry, 6, sums, path.length);
    entry.writeUInt32LE(offset, 42);
    pieces.push(head, path, packed);
    directory.push(entry, path);
    offset += head.length + path.length + packed.length;
    if (offset > MAX_BYTES) throw new RangeError('too many bytes for one archive');
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** What both heads say of a file, from the version that is needed on. */
function describe(
  head: Buffer,
  at: number,
  { crc, packed, size }: { readonly crc: number; readonly packed: number; readonly size: number },
  name: number,
): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(UTF8, at + 2);
  head.writeUInt16LE(DEFLATED, at + 4);
  head.writeUInt16LE(DATE, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(packed, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name, at + 22);
}

/** Null for anything that is no such archive, is damaged, or would take too much memory. Never throws. */
export function readZip(bytes: Buffer): ZipFiles | null {
  try {
    return filesOf(bytes);
  } catch (cause) {
    // Reading past the end, or a stream that is none.
    if (cause instanceof RangeError || (cause instanceof Error && 'code' in cause)) return null;
    throw cause;
  }
}

function filesOf(bytes: Buffer): ZipFiles | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_FILES) return null;
  const files = new Map<string, Uint8Array>();
  let at = bytes.readUInt32LE(end + 16);
  let left = MAX_INFLATED;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) return null;
    const [method, crc, packed, size] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 24),
    ];
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (bytes.readUInt32LE(local) !== LOCAL || files.has(name) || (left -= size) < 0) return null;
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const stored = bytes.subarray(start, start + packed);
    // One byte more than is promised shows an archive that lies.
    const content = method === 0 ? stored : method === DEFLATED ? inflateRawSync(stored, { maxOutputLength: Math.max(1, size) }) : null;
    if (content === null || content.length !== size || crc32(content) !== crc) return null;
    files.set(name, content);
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
