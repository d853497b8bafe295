/** One leaf of some rows → pages: definition levels, a dictionary where values repeat, zstd where it pays. */
import { constants, zstdCompressSync } from 'node:zlib';
import { Bytes } from './bytes.ts';
import type { Leaf, ValueType } from './columns.ts';
import { ThriftWriter } from './thrift.ts';

export type Value = string | number | boolean;

/** What a leaf holds, by the number of a row. */
export type ColumnData =
  /** Each row has the number of a value, or -1. */
  | { readonly kind: 'ids'; readonly ids: Int32Array; readonly values: readonly Value[] }
  /** A piece of bytes a row, or none; the bytes are valid UTF-8. */
  | { readonly kind: 'bytes'; readonly bytesOf: (row: number) => Uint8Array; readonly from: Float64Array; readonly to: Float64Array }
  /** Values a row, null where an element has none; null or nothing: no list. */
  | { readonly kind: 'lists'; readonly listOf: (row: number) => readonly (Value | null)[] | null }
  | { readonly kind: 'none' };

export interface Chunk {
  readonly leaf: Leaf;
  readonly isCompressed: boolean;
  readonly values: number;
  readonly nulls: number;
  readonly rawBytes: number;
  readonly bytes: number;
  /** Bytes of the dictionary's page; 0: there is none. */
  readonly dictionaryBytes: number;
  readonly least: Buffer | null;
  readonly greatest: Buffer | null;
}

const [PLAIN, RLE, DICTIONARY] = [0, 3, 8] as const;
const [DATA_PAGE, DICTIONARY_PAGE] = [0, 2] as const;
/** Pages of long values are cut there. */
const PAGE_BYTES = 1024 * 1024;
/** Less does not get smaller by as much as its compression costs. */
const WORTH_COMPRESSING = 4096;
/** Longer bounds say no more and take room in the footer. */
const LONGEST_BOUND = 64;
const MAX_DICTIONARY_BYTES = 1024 * 1024;

/** Takes one column after the other; its memory is used again. */
export class ChunkWriter {
  /** Pages with their headers, of all columns since it was cleared. */
  readonly out = new Bytes();
  readonly #header = new ThriftWriter(this.out);
  #page = new Bytes();
  #filled = new Bytes();
  readonly #dictionary = new Bytes();
  #remap = new Int32Array(0);
  #numbers = new Int32Array(0);
  #levels = new Uint8Array(0);
  readonly #used: number[] = [];
  #begin = 0;
  #isCompressed = false;
  #rawBytes = 0;

  /** `rows`: which ones, in their order in the file. */
  write(leaf: Leaf, data: ColumnData, rows: Int32Array): Chunk {
    this.#begin = this.out.length;
    this.#rawBytes = 0;
    this.#isCompressed = false;
    if (this.#levels.length < rows.length) this.#levels = new Uint8Array(rows.length);
    switch (data.kind) {
      case 'ids':
        return this.#ids(leaf, data, rows);
      case 'bytes':
        return this.#bytes(leaf, data, rows);
      case 'lists':
        return this.#lists(leaf, data, rows);
      case 'none':
        return this.#nothing(leaf, rows.length);
    }
  }

  #nothing(leaf: Leaf, count: number): Chunk {
    this.#page.clear();
    if (leaf.shape === 'list') this.#sized(() => this.#run(count, 0));
    this.#sized(() => this.#run(count, 0));
    this.#dataPage(count, PLAIN);
    return this.#chunk(leaf, { values: count, nulls: count, dictionaryBytes: 0, bounds: NO_BOUNDS });
  }

  #ids(leaf: Leaf, data: Extract<ColumnData, { kind: 'ids' }>, rows: Int32Array): Chunk {
    const count = rows.length;
    const { ids } = data;
    if (this.#remap.length < data.values.length) this.#remap = new Int32Array(data.values.length * 2);
    if (this.#numbers.length < count) this.#numbers = new Int32Array(count);
    const [remap, numbers, levels, used] = [this.#remap, this.#numbers, this.#levels, this.#used];
    used.length = 0;
    let present = 0;
    for (let index = 0; index < count; index++) {
      const id = ids[rows[index] ?? 0] ?? -1;
      levels[index] = id < 0 ? 0 : 1;
      if (id < 0) continue;
      let number = (remap[id] ?? 0) - 1;
      if (number < 0) {
        number = used.length;
        used.push(id);
        remap[id] = number + 1;
      }
      numbers[present] = number;
      present += 1;
    }
    for (const id of used) remap[id] = 0;
    if (present === 0) return this.#nothing(leaf, count);
    const values = used.map((id) => data.values[id] ?? '');
    const bounds = boundsOf(leaf.type, values);
    const shape = { values: count, nulls: count - present, bounds };
    if (leaf.type === 'boolean') {
      this.#beginPage(count, present);
      const bits = Uint8Array.from({ length: present }, (_, index) => (values[numbers[index] ?? 0] === true ? 1 : 0));
      this.#page.packed(bits, present, 1);
      this.#dataPage(count, PLAIN);
      return this.#chunk(leaf, { ...shape, dictionaryBytes: 0 });
    }
    this.#dictionary.clear();
    const isDictionary = values.length === 1 || values.length * 2 <= present;
    if (isDictionary) for (const value of values) put(this.#dictionary, leaf.type, value);
    if (!isDictionary || this.#dictionary.length > MAX_DICTIONARY_BYTES) {
      this.#plain(leaf.type, { count, valueAt: (index) => values[numbers[index] ?? 0] ?? '' });
      return this.#chunk(leaf, { ...shape, dictionaryBytes: 0 });
    }
    this.#beginPage(count, present);
    this.#numbered(values.length, present);
    this.#isCompressed = this.#dictionary.length + this.#page.length >= WORTH_COMPRESSING;
    const dictionaryBytes = this.#dictionaryPage(values.length);
    this.#dataPage(count, DICTIONARY);
    return this.#chunk(leaf, { ...shape, dictionaryBytes });
  }

  /** Values as they are, in pages that do not grow too long. */
  #plain(type: ValueType, { count, valueAt }: { readonly count: number; readonly valueAt: (index: number) => Value }): void {
    let taken = 0;
    this.#inPages(count, (from) => {
      const page = this.#page;
      let index = from;
      for (; index < count && page.length < PAGE_BYTES; index++)
        if (this.#levels[index] === 1) {
          put(page, type, valueAt(taken));
          taken += 1;
        }
      return index;
    });
  }

  #bytes(leaf: Leaf, { bytesOf, from, to }: Extract<ColumnData, { kind: 'bytes' }>, rows: Int32Array): Chunk {
    const count = rows.length;
    let present = 0;
    for (let index = 0; index < count; index++) {
      const row = rows[index] ?? 0;
      const isThere = (to[row] ?? 0) > (from[row] ?? 0);
      this.#levels[index] = isThere ? 1 : 0;
      if (isThere) present += 1;
    }
    this.#inPages(count, (begin) => {
      const page = this.#page;
      let index = begin;
      for (; index < count && page.length < PAGE_BYTES; index++) {
        const row = rows[index] ?? 0;
        if (this.#levels[index] === 1) page.sizedRaw(bytesOf(row), from[row] ?? 0, to[row] ?? 0);
      }
      return index;
    });
    return this.#chunk(leaf, { values: count, nulls: count - present, dictionaryBytes: 0, bounds: NO_BOUNDS });
  }

  /** `fill`: writes the values of rows from one on into the page and says where it stopped. */
  #inPages(count: number, fill: (from: number) => number): void {
    for (let from = 0; from < count;) {
      this.#page.clear();
      const until = fill(from);
      const levels = this.#levels.subarray(from, until);
      [this.#page, this.#filled] = [this.#filled, this.#page];
      this.#page.clear();
      this.#sized(() => this.#levelRun(levels, 1));
      this.#page.all(this.#filled);
      this.#isCompressed ||= until < count || this.#page.length >= WORTH_COMPRESSING;
      this.#dataPage(until - from, PLAIN);
      from = until;
    }
  }

  #lists(leaf: Leaf, { listOf }: Extract<ColumnData, { kind: 'lists' }>, rows: Int32Array): Chunk {
    const repetitions: number[] = [];
    const definitions: number[] = [];
    const found: Value[] = [];
    for (const row of rows) {
      const list = listOf(row);
      if (!list || list.length === 0) {
        repetitions.push(0);
        definitions.push(0);
        continue;
      }
      for (const [index, value] of list.entries()) {
        repetitions.push(index === 0 ? 0 : 1);
        definitions.push(value === null ? 2 : 3);
        if (value !== null) found.push(value);
      }
    }
    const count = definitions.length;
    if (found.length === 0 && definitions.every((each) => each === 0)) return this.#nothing(leaf, count);
    const numbers = new Map<Value, number>();
    const places = found.map((value) => {
      const known = numbers.get(value) ?? numbers.size;
      numbers.set(value, known);
      return known;
    });
    this.#page.clear();
    this.#sized(() => this.#levelRun(repetitions, 1));
    this.#sized(() => this.#levelRun(definitions, 2));
    if (found.length === 0) {
      this.#dataPage(count, PLAIN);
      return this.#chunk(leaf, { values: count, nulls: count, dictionaryBytes: 0, bounds: NO_BOUNDS });
    }
    const shape = { values: count, nulls: count - found.length, bounds: NO_BOUNDS };
    if (leaf.type === 'boolean') {
      this.#page.packed(
        found.map((value) => (value === true ? 1 : 0)),
        found.length,
        1,
      );
      this.#dataPage(count, PLAIN);
      return this.#chunk(leaf, { ...shape, dictionaryBytes: 0 });
    }
    this.#dictionary.clear();
    for (const value of numbers.keys()) put(this.#dictionary, leaf.type, value);
    if (this.#numbers.length < places.length) this.#numbers = new Int32Array(places.length);
    this.#numbers.set(places);
    this.#numbered(numbers.size, places.length);
    this.#isCompressed = this.#dictionary.length + this.#page.length >= WORTH_COMPRESSING;
    const dictionaryBytes = this.#dictionaryPage(numbers.size);
    this.#dataPage(count, DICTIONARY);
    return this.#chunk(leaf, { ...shape, dictionaryBytes });
  }

  /** Definition levels of a page that holds all rows. */
  #beginPage(count: number, present: number): void {
    this.#page.clear();
    this.#sized(() => (present === count ? this.#run(count, 1) : this.#levelRun(this.#levels.subarray(0, count), 1)));
  }

  /** The width of the numbers, and the numbers. */
  #numbered(size: number, count: number): void {
    const width = Math.max(1, 32 - Math.clz32(size - 1));
    this.#page.byte(width);
    if (size === 1) this.#run(count, 0);
    else {
      this.#page.varint((Math.ceil(count / 8) << 1) | 1);
      this.#packedGroups(this.#numbers, count, width);
    }
  }

  #levelRun(levels: ArrayLike<number>, width: number): void {
    const first = levels[0] ?? 0;
    let isSame = true;
    for (let index = 1; index < levels.length && isSame; index++) isSame = levels[index] === first;
    if (isSame) return this.#run(levels.length, first);
    this.#page.varint((Math.ceil(levels.length / 8) << 1) | 1);
    this.#packedGroups(levels, levels.length, width);
  }

  /** Groups of eight, the last one padded. */
  #packedGroups(values: ArrayLike<number>, count: number, width: number): void {
    this.#page.packed(values, count, width);
    const missing = Math.ceil(count / 8) * width - Math.ceil((count * width) / 8);
    for (let index = 0; index < missing; index++) this.#page.byte(0);
  }

  /** The same value `count` times; of at most eight bits. */
  #run(count: number, value: number): void {
    this.#page.varint(count << 1);
    this.#page.byte(value);
  }

  /** What is written after its length. */
  #sized(write: () => void): void {
    const before = this.#page.length;
    this.#page.u32(0);
    write();
    this.#page.u32At(this.#page.length - before - 4, before);
  }

  /** The bytes of the page with its header. */
  #dictionaryPage(values: number): number {
    const before = this.out.length;
    const body = this.#compressed(this.#dictionary);
    this.#header
      .int(1, DICTIONARY_PAGE)
      .int(2, this.#dictionary.length)
      .int(3, body?.length ?? this.#dictionary.length);
    this.#header.struct(7, (inner) => inner.int(1, values).int(2, PLAIN)).end();
    this.#body(this.#dictionary, body, before);
    return this.out.length - before;
  }

  #dataPage(values: number, encoding: number): void {
    const before = this.out.length;
    const body = this.#compressed(this.#page);
    this.#header
      .int(1, DATA_PAGE)
      .int(2, this.#page.length)
      .int(3, body?.length ?? this.#page.length);
    this.#header.struct(5, (inner) => inner.int(1, values).int(2, encoding).int(3, RLE).int(4, RLE)).end();
    this.#body(this.#page, body, before);
  }

  #body(raw: Bytes, compressed: Uint8Array | null, before: number): void {
    this.#rawBytes += this.out.length - before + raw.length;
    if (compressed) this.out.raw(compressed);
    else this.out.all(raw);
  }

  #compressed(bytes: Bytes): Uint8Array | null {
    if (!this.#isCompressed) return null;
    return zstdCompressSync(bytes.view(), { chunkSize: Math.max(1024, bytes.length >> 1), params: LEVEL });
  }

  #chunk(leaf: Leaf, { bounds, ...shape }: Shape): Chunk {
    const [least = null, greatest = null] = bounds;
    const bytes = this.out.length - this.#begin;
    return { leaf, isCompressed: this.#isCompressed, rawBytes: this.#rawBytes, bytes, least, greatest, ...shape };
  }
}

interface Shape {
  readonly values: number;
  readonly nulls: number;
  readonly dictionaryBytes: number;
  readonly bounds: readonly (Buffer | null)[];
}

/** The lowest level costs a third of the usual one, and these texts get no larger. */
const LEVEL = { [constants.ZSTD_c_compressionLevel]: 1 };
const NO_BOUNDS = [null, null] as const;

function put(bytes: Bytes, type: ValueType, value: Value): void {
  if (type === 'text') bytes.sizedText(String(value));
  else if (type === 'integer') bytes.i64(Number(value));
  // Zero has one sign, as bounds must not tell the two apart (parquet.thrift, ColumnOrder).
  else bytes.double(Number(value) + 0);
}

/** The least and the greatest of the values, as Parquet writes them; none where the order of UTF-16 is not that of UTF-8. */
function boundsOf(type: ValueType, values: readonly Value[]): readonly (Buffer | null)[] {
  if (type === 'boolean' || (values.length > 1000 && type === 'text')) return NO_BOUNDS;
  let [least, greatest] = [values[0] ?? '', values[0] ?? ''];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    if (type === 'text' && (String(value).length > LONGEST_BOUND || /[\uD800-\uDFFF]/.test(String(value)))) return NO_BOUNDS;
  }
  const written = (value: Value): Buffer => {
    if (type === 'text') return Buffer.from(String(value));
    const bytes = new Bytes();
    put(bytes, type, value);
    return Buffer.from(bytes.view());
  };
  return [written(least), written(greatest)];
}
