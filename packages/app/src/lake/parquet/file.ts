/** A Parquet file, group of rows by group of rows. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { Bytes } from './bytes.ts';
import type { Chunk, ChunkWriter, ColumnData } from './chunk.ts';

import type { FileSchema, SchemaNode, ValueType } from './columns.ts';
import { ThriftWriter } from './thrift.ts';

const MAGIC = Buffer.from('PAR1');
const TYPES: Readonly<Record<ValueType, number>> = { boolean: 0, integer: 2, number: 5, text: 6 };
const REPETITIONS: Readonly<Record<SchemaNode['repetition'], number>> = { required: 0, optional: 1, repeated: 2 };
const [UNCOMPRESSED, ZSTD] = [0, 6] as const;
const [PLAIN, RLE, DICTIONARY] = [0, 3, 8] as const;
const [UTF8, LIST] = [0, 3] as const;
/** In the form that readers take apart to know writers whose statistics were wrong: name, version of this writer, build. */
const CREATED_BY = 'kumomori version 1 (build 0)';

interface PlacedChunk extends Chunk {
  readonly offset: number;
}

interface Group {
  readonly rows: number;
  readonly chunks: readonly PlacedChunk[];
}

export interface WrittenFile {
  readonly sizeBytes: number;
  readonly sha256: string;
}

export class ParquetFile {
  readonly #schema: FileSchema;
  readonly #descriptor: number;
  readonly #hash = createHash('sha256');
  readonly #groups: Group[] = [];
  #at = 0;

  /** Begins the file, which must not be there yet. Throws what the system says. */
  constructor(path: string, schema: FileSchema) {
    this.#schema = schema;
    this.#descriptor = openSync(path, 'wx', 0o640);
    this.#write(MAGIC);
  }

  /** `data`: in the order of the schema's leaves; `rows`: numbers of rows in their order. */
  addRows(writer: ChunkWriter, data: readonly ColumnData[], rows: Int32Array): void {
    writer.out.clear();
    let offset = this.#at;
    const chunks = this.#schema.leaves.map((leaf, index) => {
      const chunk = { ...writer.write(leaf, data[index] ?? { kind: 'none' }, rows), offset };
      offset += chunk.bytes;
      return chunk;
    });
    this.#write(writer.out.view());
    this.#groups.push({ rows: rows.length, chunks });
  }

  /** Writes the footer and closes. */
  end(): WrittenFile {
    const footer = new Bytes();
    writeFooter(footer, this.#schema, this.#groups);
    footer.u32(footer.length);
    footer.raw(MAGIC);
    this.#write(footer.view());
    closeSync(this.#descriptor);
    return { sizeBytes: this.#at, sha256: this.#hash.digest('hex') };
  }

  /** After an error: closes, and leaves the file to be removed. */
  giveUp(): void {
    closeSync(this.#descriptor);
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
    this.#at += bytes.length;
  }
}

/** FileMetaData. */
function writeFooter(bytes: Bytes, { nodes, leaves }: FileSchema, groups: readonly Group[]): void {
  new ThriftWriter(bytes)
    .int(1, 1)
    .structs(2, nodes, schemaElement)
    .long(
      3,
      groups.reduce((sum, { rows }) => sum + rows, 0),
    )
    .structs(4, groups, ({ rows, chunks }, inner) =>
      inner
        .structs(1, chunks, columnChunk)
        .long(
          2,
          chunks.reduce((sum, { rawBytes }) => sum + rawBytes, 0),
        )
        .long(3, rows),
    )
    .text(6, CREATED_BY)
    .structs(7, leaves, (_leaf, inner) => inner.struct(1, () => {}))
    .end();
}

function schemaElement({ name, repetition, type, children, isList }: SchemaNode, inner: ThriftWriter): void {
  if (type !== null) inner.int(1, TYPES[type]);
  inner.int(3, REPETITIONS[repetition]).text(4, name);
  if (type === null) inner.int(5, children);
  if (type === 'text') inner.int(6, UTF8).struct(10, (logical) => logical.struct(1, () => {}));
  if (isList) inner.int(6, LIST).struct(10, (logical) => logical.struct(3, () => {}));
}

function columnChunk(chunk: PlacedChunk, inner: ThriftWriter): void {
  inner.long(2, chunk.offset).struct(3, (data) => {
    data
      .int(1, TYPES[chunk.leaf.type])
      .ints(2, chunk.dictionaryBytes > 0 ? [PLAIN, RLE, DICTIONARY] : [PLAIN, RLE])
      .texts(3, chunk.leaf.path)
      .int(4, chunk.isCompressed ? ZSTD : UNCOMPRESSED)
      .long(5, chunk.values)
      .long(6, chunk.rawBytes)
      .long(7, chunk.bytes)
      .long(9, chunk.offset + chunk.dictionaryBytes);
    if (chunk.dictionaryBytes > 0) data.long(11, chunk.offset);
    data.struct(12, (statistics) => {
      statistics.long(3, chunk.nulls);
      if (chunk.greatest) statistics.binary(5, chunk.greatest);
      if (chunk.least) statistics.binary(6, chunk.least);
    });
  });
}
