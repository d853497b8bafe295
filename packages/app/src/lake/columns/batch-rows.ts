/** Events of a batch's objects, in memory, until they are written as files of the lake. */
import type { LogEvent } from '@kumomori/model';
import { trailRecord, unknownKeys } from '@kumomori/model';
import type { ChunkWriter, ColumnData, WrittenFile } from '../parquet/index.ts';
import { ParquetFile } from '../parquet/index.ts';
import type { LakeReading } from '../reading.ts';
import { UnknownKeys } from '../unknown-keys.ts';
import { evaluate } from './evaluate.ts';
import { PathValues } from './path-values.ts';
import { MappingPlan } from './plan.ts';
import type { BatchPart } from './parts.ts';
import { partsOf, uidOf } from './parts.ts';
import { SourceRows } from './source-rows.ts';
import type { TableRows } from './table-rows.ts';

/** A record as it was, in UTF-8. */
export interface RawRecord {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Rows of a group in a file: records of so many are held at once by who reads it. */
const GROUP_ROWS = 24_576;

const PLANS = new WeakMap<LakeReading, Map<string, MappingPlan>>();

export class BatchRows {
  readonly unknownKeys = new UnknownKeys();
  readonly #reading: LakeReading;
  readonly #keepRaw: boolean;
  readonly #sources = new Map<string, SourceRows>();
  readonly #unmapped = new PathValues();
  readonly #buffers: Uint8Array[] = [];
  /** By object. */
  readonly #dropped = new Map<number, number>();

  constructor(reading: LakeReading, { keepRaw }: { readonly keepRaw: boolean }) {
    this.#reading = reading;
    this.#keepRaw = keepRaw;
  }

  /** `raw`: the record's bytes; without, it is written as JSON. */
  add(object: number, { source, record, origin }: LogEvent, raw?: RawRecord): void {
    const rows = this.#sources.get(source) ?? this.#newSource(source);
    const spelled = source === 'aws.cloudtrail' ? trailRecord(record) : record;
    const { table, row, unmapped } = rows.add(spelled, origin);
    table.objects[row] = object;
    table.unmapped[row] = unmapped === null ? -1 : this.#unmapped.numberOf(unmapped);
    if (!this.#keepRaw) return;
    const kept = raw ?? wholeOf(Buffer.from(JSON.stringify(record)));
    if (this.#buffers.at(-1) !== kept.bytes) this.#buffers.push(kept.bytes);
    table.buffers[row] = this.#buffers.length - 1;
    table.from[row] = kept.from;
    table.to[row] = kept.to;
  }

  /** Takes back all events of the object that was added last. */
  takeBack(object: number): void {
    for (const { tables } of this.#sources.values())
      for (const table of tables.values())
        while (table.count > 0 && table.objects[table.count - 1] === object) {
          this.#uncount(table, table.count - 1);
          table.count -= 1;
        }
  }

  /** Partitions, without doubles of events that have an id; in the order of their folders. `now`: milliseconds since 1970. */
  parts(now: number): readonly BatchPart[] {
    const found: BatchPart[] = [];
    for (const { tables, paths } of this.#sources.values())
      for (const rows of tables.values()) {
        const data = evaluate(rows, paths);
        const all: ColumnData[] = [...data, this.#unmappedOf(rows), this.#rawOf(rows)];
        const { parts, doubles } = partsOf({ rows, data: all }, now);
        for (const row of doubles) this.#drop(rows, row);
        found.push(...parts);
      }
    const folder = ({ table, source, region, account, day }: BatchPart): string => [table, source, region, account, day].join('/');
    return found
      .map((part) => [folder(part), part] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, part]) => part);
  }

  /** The part without events whose ids are known already; itself where there are none. */
  without(part: BatchPart, uids: ReadonlySet<string>): BatchPart {
    const uid = uidOf(part.valued);
    const order = part.order.filter((row) => {
      const own = uid(row);
      const isKnown = own !== null && uids.has(own);
      if (isKnown) this.#drop(part.valued.rows, row);
      return !isKnown;
    });
    return order.length === part.order.length ? part : { ...part, order };
  }

  /** Events that were left out as doubles, by object. */
  droppedOf(object: number): number {
    return this.#dropped.get(object) ?? 0;
  }

  /** Writes a new file. Throws what the system says. */
  write({ valued: { rows, data }, order }: BatchPart, path: string, writer: ChunkWriter): WrittenFile {
    const file = new ParquetFile(path, rows.plan.schema);
    try {
      for (let from = 0; from < order.length; from += GROUP_ROWS) file.addRows(writer, data, order.subarray(from, from + GROUP_ROWS));
      return file.end();
    } catch (cause) {
      file.giveUp();
      throw cause;
    }
  }

  /** Memory of inflated objects goes back at once: megabytes for each, which the collector would find much later. */
  letGo(): void {
    for (const { buffer } of this.#buffers.splice(0))
      // Small ones may share their memory with other buffers.
      if (buffer instanceof ArrayBuffer && buffer.byteLength > Buffer.poolSize && !buffer.detached) buffer.transfer(0);
  }

  #newSource(source: LogEvent['source']): SourceRows {
    const mapping = this.#reading.mappings.get(source);
    if (!mapping) throw new Error(`no mapping of ${source}`);
    const plans = PLANS.get(this.#reading) ?? new Map<string, MappingPlan>();
    PLANS.set(this.#reading, plans);
    const plan =
      plans.get(source) ??
      new MappingPlan(mapping, (classUid) => {
        const table = this.#reading.tableOf(classUid);
        return { table, columns: this.#reading.schemas.get(table) ?? new Map() };
      });
    plans.set(source, plan);
    const rows = new SourceRows(plan, (name) => this.unknownKeys.count(source, [name]));
    this.#sources.set(source, rows);
    return rows;
  }

  #unmappedOf({ unmapped, count }: TableRows): ColumnData {
    const { texts } = this.#unmapped;
    return { kind: 'ids', ids: unmapped.subarray(0, count), values: texts };
  }

  #rawOf({ buffers, from, to }: TableRows): ColumnData {
    if (!this.#keepRaw) return { kind: 'none' };
    const none = new Uint8Array(0);
    return { kind: 'bytes', bytesOf: (row) => this.#buffers[buffers[row] ?? 0] ?? none, from, to };
  }

  #drop(rows: TableRows, row: number): void {
    const object = rows.objects[row] ?? 0;
    this.#dropped.set(object, (this.#dropped.get(object) ?? 0) + 1);
    this.#uncount(rows, row);
  }

  #uncount({ source, plan, unmapped }: TableRows, row: number): void {
    const text = this.#unmapped.texts[unmapped[row] ?? -1];
    const mapping = [...this.#reading.mappings.values()].find((each) => each.source === source);
    if (text === undefined || !mapping) return;
    // Written by the walk over the record.
    const left = JSON.parse(text) as Readonly<Record<string, unknown>>;
    this.unknownKeys.count(source, unknownKeys(left, mapping, plan.classUid), -1);
  }
}

function wholeOf(bytes: Uint8Array): RawRecord {
  return { bytes, from: 0, to: bytes.length };
}
