/**
 * Databases of addresses in MaxMind's DB format, version 2. Source: "MaxMind DB File Format Specification" 2.0, maxmind.github.io/MaxMind-DB.
 * Files are foreign: sizes, depth and pointers are checked, and what does not fit is no answer.
 */
import { isRecord, parseCidr } from '@kumomori/model';

const MARKER = Buffer.from('\u00ab\u00cd\u00efMaxMind.com', 'latin1');
const METADATA_BYTES = 128 * 1024;
const SEPARATOR = 16;
const MAX_DEPTH = 16;
/** Members of one record, containers counted; those of cities have about a hundred. */
const MAX_VALUES = 10_000;

export interface Mmdb {
  /** `GeoLite2-City` and the like. */
  readonly type: string;
  /** The record of an address; undefined where there is none. */
  readonly get: (address: string) => unknown;
}

interface Layout {
  readonly bytes: Buffer;
  readonly nodes: number;
  readonly recordBits: number;
  readonly version: number;
  readonly data: number;
}

/** Null for what is no such database. Lookups take some 130 steps at most. */
export function openMmdb(bytes: Buffer): Mmdb | null {
  const at = bytes.lastIndexOf(MARKER);
  if (at < 0 || at < bytes.length - METADATA_BYTES) return null;
  const metadata = decode(bytes, at + MARKER.length, at + MARKER.length);
  if (!isRecord(metadata)) return null;
  const { node_count: nodes, record_size: recordBits, ip_version: version, database_type: type } = metadata;
  if (
    typeof nodes !== 'number' ||
    !Number.isSafeInteger(nodes) ||
    (recordBits !== 24 && recordBits !== 28 && recordBits !== 32) ||
    (version !== 4 && version !== 6)
  )
    return null;
  const treeBytes = (nodes * recordBits) / 4;
  if (treeBytes + SEPARATOR > at) return null;
  const layout: Layout = { bytes: bytes.subarray(0, at), nodes, recordBits, version, data: treeBytes + SEPARATOR };
  const start4 =
    version === 6
      ? walk(
          layout,
          0,
          Array.from({ length: 96 }, () => 0),
        )
      : 0;
  return {
    type: typeof type === 'string' ? type.slice(0, 100) : '',
    get(address) {
      const range = parseCidr(address);
      if (!range || (range.family === 6 && version === 4)) return undefined;
      const width = range.family === 4 ? 32 : 128;
      const digits = range.first.toString(2).padStart(width, '0');
      const end = walk(layout, range.family === 4 ? start4 : 0, Array.from(digits, Number));
      return end > nodes ? decode(layout.bytes, layout.data + end - nodes - SEPARATOR, layout.data) : undefined;
    },
  };
}

/** The node, or what is beyond the nodes, after these bits. */
function walk({ bytes, nodes, recordBits }: Layout, start: number, bits: readonly number[]): number {
  let node = start;
  for (const bit of bits) {
    if (node >= nodes) return node;
    const at = (node * recordBits) / 4;
    if (recordBits === 24) node = bytes.readUIntBE(at + bit * 3, 3);
    else if (recordBits === 32) node = bytes.readUInt32BE(at + bit * 4);
    else {
      const middle = bytes[at + 3] ?? 0;
      node = bytes.readUIntBE(at + bit * 4, 3) + (bit === 0 ? middle >> 4 : middle & 15) * 0x1000000;
    }
  }
  return node;
}

/** Undefined for data that is cut off, too deep or too large. */
function decode(bytes: Buffer, at: number, base: number): unknown {
  try {
    return new Decoder(bytes, base).value(at, 0).value;
  } catch (error) {
    // Reading beyond the end; anything else is a fault of ours.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Decoded {
  readonly value: unknown;
  readonly next: number;
}

/** State: how many values were read. */
class Decoder {
  readonly #bytes: Buffer;
  readonly #base: number;
  #values = 0;

  constructor(bytes: Buffer, base: number) {
    this.#bytes = bytes;
    this.#base = base;
  }

  value(at: number, depth: number): Decoded {
    if (depth > MAX_DEPTH || ++this.#values > MAX_VALUES) throw new RangeError('too deep or too large');
    const control = this.#bytes.readUInt8(at);
    let type = control >> 5;
    if (type === 1) return this.#pointer(at, control, depth);
    let next = at + 1;
    if (type === 0) type = this.#bytes.readUInt8(next++) + 7;
    let size = control & 31;
    if (size >= 29) {
      const extra = size - 28;
      size = this.#bytes.readUIntBE(next, extra) + ([29, 285, 65_821][extra - 1] ?? 0);
      next += extra;
    }
    return this.#typed(type, { size, at: next, depth });
  }

  #typed(type: number, { size, at, depth }: { readonly size: number; readonly at: number; readonly depth: number }): Decoded {
    if (type === 7) return this.#map(size, at, depth);
    if (type === 11) return this.#array(size, at, depth);
    if (type === 14) return { value: size === 1, next: at };
    const next = at + size;
    if (next > this.#bytes.length) throw new RangeError('cut off');
    if (type === 2) return { value: this.#bytes.toString('utf8', at, next), next };
    if (type === 3) return { value: this.#bytes.readDoubleBE(at), next };
    if (type === 15) return { value: this.#bytes.readFloatBE(at), next };
    if (type === 8) return { value: size === 0 ? 0 : this.#bytes.readUIntBE(at, Math.min(size, 4)) | 0, next };
    if (type === 5 || type === 6) return { value: size === 0 ? 0 : this.#bytes.readUIntBE(at, Math.min(size, 4)), next };
    // Bytes and large numbers: nothing that is asked for.
    return { value: null, next };
  }

  #pointer(at: number, control: number, depth: number): Decoded {
    const width = ((control >> 3) & 3) + 1;
    const low = this.#bytes.readUIntBE(at + 1, width);
    const high = width === 4 ? 0 : (control & 7) * 256 ** width;
    const target = this.#base + high + low + ([0, 2048, 526_336, 0][width - 1] ?? 0);
    return { value: this.value(target, depth + 1).value, next: at + 1 + width };
  }

  #map(size: number, at: number, depth: number): Decoded {
    const entries: [string, unknown][] = [];
    let next = at;
    for (let index = 0; index < size; index++) {
      const key = this.value(next, depth + 1);
      const value = this.value(key.next, depth + 1);
      entries.push([String(key.value), value.value]);
      next = value.next;
    }
    return { value: Object.fromEntries(entries), next };
  }

  #array(size: number, at: number, depth: number): Decoded {
    const values: unknown[] = [];
    let next = at;
    for (let index = 0; index < size; index++) {
      const value = this.value(next, depth + 1);
      values.push(value.value);
      next = value.next;
    }
    return { value: values, next };
  }
}
