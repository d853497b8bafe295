/** What is done with a batch beside committing it: stored bytes → events → files in a staging folder. In this thread or in another one. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '@kumomori/model';
import type { LogText } from '@kumomori/parsers';
import type { InflateLimits, ObjectFault } from '../logs/index.ts';
import { inflate, textOf } from '../logs/index.ts';
import type { Part } from './batch.ts';
import type { BatchPart } from './columns/index.ts';
import { codesOf } from './codes.ts';
import { BatchRows, valuesOf } from './columns/index.ts';
import type { CutRecords } from './fast-trail.ts';
import { cutRecords } from './fast-trail.ts';
import { ChunkWriter } from './parquet/index.ts';
import type { LakeFile } from './ledger.ts';
import type { LakeReading } from './reading.ts';

/** All that crosses between threads is plain data. */
export interface BatchInput {
  readonly objects: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly keepRaw: boolean;
  readonly limits: InflateLimits;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How an object was read. */
export interface ObjectReading {
  readonly inflatedBytes: number;
  readonly fault: ObjectFault | null;
  readonly records: number;
  readonly damaged: number;
  readonly unrecognized: number;
  /** Of the first problem. */
  readonly detail: string | null;
  readonly line: number | null;
}

export interface FilledBatch {
  readonly objects: readonly ObjectReading[];
  readonly parts: readonly Part[];
}

export interface WriteOptions {
  readonly staging: string;
  /** By number of the part: ids of events that the lake has. */
  readonly known: ReadonlyMap<number, readonly string[]>;
}

export interface WrittenPart extends Part, Pick<LakeFile, 'codes'> {
  readonly staged: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface WrittenBatch {
  readonly files: readonly WrittenPart[];
  /** By object: events that were left out, because others had their ids. */
  readonly dropped: readonly number[];
  readonly unknownKeys: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** One batch at a time: filled, then written. */
export class BatchWork {
  readonly #reading: LakeReading;
  readonly #writer = new ChunkWriter();
  #rows: BatchRows;
  #parts: readonly BatchPart[] = [];
  #objects = 0;

  constructor(reading: LakeReading) {
    this.#reading = reading;
    this.#rows = new BatchRows(reading, { keepRaw: true });
  }

  read({ objects, keepRaw, limits, now }: BatchInput): FilledBatch {
    this.#rows = new BatchRows(this.#reading, { keepRaw });
    this.#objects = objects.length;
    const read = objects.map(({ path, bytes }, index) => this.#take(index, { path, bytes, limits }));
    this.#parts = this.#rows.parts(now);
    return { objects: read, parts: this.#parts.map(placeOf) };
  }

  /** Throws what the system says. */
  write({ staging, known }: WriteOptions): WrittenBatch {
    mkdirSync(staging, { recursive: true });
    const files: WrittenPart[] = [];
    for (const [index, part] of this.#parts.entries()) {
      const left = this.#rows.without(part, new Set(known.get(index)));
      if (left.order.length === 0) continue;
      const staged = join(staging, `${files.length}.parquet`);
      files.push({ ...placeOf(left), ...codesIn(left), staged, ...this.#rows.write(left, staged, this.#writer) });
    }
    const dropped = Array.from({ length: this.#objects }, (_, object) => this.#rows.droppedOf(object));
    const unknownKeys = this.#rows.unknownKeys.byName;
    this.#parts = [];
    this.#rows.letGo();
    this.#rows = new BatchRows(this.#reading, { keepRaw: true });
    return { files, dropped, unknownKeys };
  }

  #take(
    object: number,
    { path, bytes: stored, limits }: { readonly path: string; readonly bytes: Uint8Array; readonly limits: InflateLimits },
  ): ObjectReading {
    const { bytes, fault } = inflate(stored, limits);
    const cut = fault || !this.#reading.mappings.has('aws.cloudtrail') ? null : cutRecords(bytes);
    if (cut && this.#addRecords(object, cut))
      return { inflatedBytes: bytes.length, fault: null, records: cut.from.length, damaged: 0, unrecognized: 0, detail: null, line: null };
    const decoded = textOf({ bytes, form: 'plain', fault: null }, { maxBytes: Number.MAX_SAFE_INTEGER, maxRatio: 1 });
    const found = this.#reading.read(decoded.text, path);
    for (const event of found.events) this.#rows.add(object, event);
    return { inflatedBytes: bytes.length, fault: fault ?? decoded.fault, ...aboutText(found) };
  }

  /** False, and nothing of it is taken, where a piece is no record. */
  #addRecords(object: number, { bytes, from, to, textOf: text }: CutRecords): boolean {
    try {
      for (let index = 0; index < from.length; index++) {
        const record: unknown = JSON.parse(text(index));
        if (!isRecord(record)) throw new SyntaxError('no object');
        this.#rows.add(object, { source: 'aws.cloudtrail', record }, { bytes, from: from[index] ?? 0, to: to[index] ?? 0 });
      }
      return true;
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      this.#rows.takeBack(object);
      return false;
    }
  }
}

function aboutText({ events, damaged, unrecognized, problems }: LogText): Omit<ObjectReading, 'inflatedBytes' | 'fault'> {
  const [first] = problems;
  return {
    ...{ records: events.length, damaged, unrecognized },
    ...{ detail: first ? `${first.reason}: ${first.detail}` : null, line: first?.line ?? null },
  };
}

function codesIn(part: BatchPart): Pick<LakeFile, 'codes'> {
  const codes = codesOf(valuesOf(part, 'metadata.event_code'));
  return codes === null ? {} : { codes };
}

function placeOf({ table, source, region, account, day, first, last, order }: BatchPart): Part {
  return { table, source, region, account, day, rows: order.length, first, last };
}
