/** Objects of logs → files of the lake, in batches; what an object holds comes in exactly once (commit-files.ts says how). */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InflateLimits, LogObject, ObjectFault } from '../logs/index.ts';
import { INFLATE_LIMITS, readStored } from '../logs/index.ts';
import { partFolder } from './batch.ts';
import { BatchPool } from './batch-pool.ts';
import type { Worked } from './batch-pool.ts';
import type { FilledBatch, ObjectReading, WrittenBatch } from './batch-work.ts';
import type { Disk } from './commit-files.ts';
import { commitFiles, stagingFolder } from './commit-files.ts';
import { writeFailure } from './errors.ts';
import { KnownEvents } from './known-events.ts';
import type { LakeFile, LakeObject, LedgerEntry } from './ledger.ts';
import { OWN_FOLDER } from './ledger.ts';
import type { OpenLake } from './open-lake.ts';
import type { LakeReading } from './reading.ts';
import { columnsKey } from './schema.ts';

export interface IngestOptions {
  readonly reading: LakeReading;
  readonly now: () => Date;
  readonly keepRaw?: boolean;
  readonly limits?: InflateLimits;
  readonly memoryMb?: number;
  /** Inflated bytes of a batch, as far as they are known before; default 64 MiB. */
  readonly batchBytes?: number;
  readonly disk?: Disk;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Ends after the batch that is under way. */
  readonly signal?: AbortSignal;
  /** An object is done with: what could be read of it is in the lake and on the disk. */
  readonly onSettled?: (object: LogObject, outcome: ObjectOutcome) => void;
}

/** `known`: its content was there already. `bad`: nothing of it could be read. */
export type ObjectOutcome = 'read' | 'known' | 'bad';

/** Objects, and where what came so far has to be in the lake before the next one is asked for. */
export type IngestInput = LogObject | 'flush';

export interface IngestProgress {
  readonly objects: number;
  readonly events: number;
}

/** What is wrong with an object; some of it may have been read nevertheless. */
export interface ObjectProblem {
  readonly path: string;
  readonly fault: ObjectFault | null;
  /** Records and lines that could not be read, and those of no known log. */
  readonly damaged: number;
  readonly unrecognized: number;
  /** Of the first one: where it stands and how it looks, by names of keys. */
  readonly detail: string | null;
  readonly line: number | null;
  readonly events: number;
}

export interface IngestResult {
  readonly objects: { readonly read: number; readonly known: number; readonly bad: number };
  readonly events: number;
  readonly duplicates: number;
  /** Events whose time is missing or cannot be; they lie in `eventDay=00000000`. */
  readonly undated: number;
  readonly rawBytes: number;
  readonly lakeBytes: number;
  readonly files: number;
  readonly bySource: Readonly<Record<string, number>>;
  readonly unknownKeys: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly problems: readonly ObjectProblem[];
  readonly isStopped: boolean;
}

const BATCH_BYTES = 64 * 1024 * 1024;
/** Smaller batches than that are worked on in this thread. */
const THREADS_FROM = 16 * 1024 * 1024;
const BATCH_OBJECTS = 2000;
const MAX_PROBLEMS = 1000;

/** Reads what is not in the lake yet. Throws LakeErrors; what was committed before stays. */
export async function ingestObjects(
  lake: OpenLake,
  objects: Iterable<IngestInput> | AsyncIterable<IngestInput>,
  options: IngestOptions,
): Promise<IngestResult> {
  const ingest = new Ingest(lake, options);
  try {
    return await ingest.run(objects);
  } catch (cause) {
    throw writeFailure(lake.folder, cause);
  } finally {
    await ingest.end();
    rmSync(join(lake.folder, OWN_FOLDER, 'staging'), { recursive: true, force: true });
  }
}

/** An object whose stored bytes are in memory, on its way into a batch. */
interface Stored {
  readonly object: LogObject;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly sizeBytes: number;
}

interface Settling {
  readonly object: LogObject;
  readonly outcome: ObjectOutcome;
}

/** One run. */
class Ingest {
  readonly #lake: OpenLake;
  readonly #options: IngestOptions;
  readonly #pool: BatchPool;
  readonly #known: KnownEvents;
  readonly #begun = new Set<string>();
  readonly #problems: ObjectProblem[] = [];
  readonly #bySource = new Map<string, number>();
  readonly #unknown = new Map<string, Map<string, number>>();
  #batch: Stored[] = [];
  /** Objects whose fate is known when the batch is in the lake. */
  #settling: Settling[] = [];
  #batchBytes = 0;
  #batches = 0;
  /** Batches are committed in their order. */
  #committed: Promise<void> = Promise.resolve();
  #failure: { readonly cause: unknown } | null = null;
  readonly #counts = { read: 0, known: 0, bad: 0, events: 0, duplicates: 0, undated: 0, rawBytes: 0, lakeBytes: 0, files: 0 };

  constructor(lake: OpenLake, options: IngestOptions) {
    this.#lake = lake;
    this.#options = options;
    this.#pool = new BatchPool(options.reading);
    this.#known = new KnownEvents(lake, options.memoryMb);
  }

  async run(objects: Iterable<IngestInput> | AsyncIterable<IngestInput>): Promise<IngestResult> {
    const { signal, batchBytes = BATCH_BYTES } = this.#options;
    for await (const object of objects) {
      if (this.#failure) break;
      if (object === 'flush') {
        await this.#send(this.#batches === 0);
        await this.#committed;
        continue;
      }
      if (signal?.aborted) break;
      this.#settling.push({ object, outcome: this.#take(object) });
      if (this.#batchBytes >= batchBytes || this.#batch.length >= BATCH_OBJECTS) await this.#send(batchBytes < THREADS_FROM);
      // Answers come between two objects.
      else await new Promise((resolve) => setImmediate(resolve));
    }
    if (!this.#failure) await this.#send(this.#batches === 0);
    await this.#committed;
    if (this.#failure) throw this.#failure.cause;
    return this.#result(signal?.aborted ?? false);
  }

  async end(): Promise<void> {
    await this.#committed;
    await this.#pool.end();
    this.#known.close();
  }

  /** Waits until somebody can take the batch; not until it is done. */
  async #send(isAlone: boolean): Promise<void> {
    const batch = this.#batch;
    const settling = this.#settling;
    this.#settling = [];
    if (batch.length === 0) {
      this.#committed = this.#committed.then(() => this.#settle(settling, new Set()));
      return;
    }
    this.#batch = [];
    this.#batchBytes = 0;
    this.#batches += 1;
    const number = this.#batches;
    const worked = await this.#pool.take({ isAlone });
    const { keepRaw = true, limits = INFLATE_LIMITS, now } = this.#options;
    const at = now();
    const objects = batch.map(({ object, bytes }) => ({ path: object.path, bytes }));
    const filled = worked.read({ objects, keepRaw, limits, now: at.getTime() });
    // Said when its turn has come.
    filled.catch(() => {});
    const before = this.#committed;
    this.#committed = (async () => {
      await before;
      try {
        if (!this.#failure) this.#settle(settling, await this.#commit(batch, { filled: await filled, worked, at, number }));
      } catch (cause) {
        this.#failure = { cause };
      } finally {
        this.#pool.giveBack(worked);
      }
    })();
    // One after the other where nobody else works on them.
    if (isAlone) await this.#committed;
  }

  /** Says of objects what became of them; `bad`: those that only reading has shown to be so. */
  #settle(settling: readonly Settling[], bad: ReadonlySet<LogObject>): void {
    if (this.#failure) return;
    for (const { object, outcome } of settling) this.#options.onSettled?.(object, bad.has(object) ? 'bad' : outcome);
  }

  /** The objects of which nothing could be read. */
  async #commit(
    batch: readonly Stored[],
    { filled, worked, at, number }: { readonly filled: FilledBatch; readonly worked: Worked; readonly at: Date; readonly number: number },
  ): Promise<ReadonlySet<LogObject>> {
    const objects = batch.flatMap((stored, index) => {
      const reading = filled.objects[index];
      return reading && this.#isKept(stored.object, reading) ? [{ ...stored, reading, index }] : [];
    });
    const kept = new Set(objects.map(({ object }) => object));
    const bad = new Set(batch.flatMap(({ object }) => (kept.has(object) ? [] : [object])));
    if (objects.length === 0) return bad;
    const { ledger, folder } = this.#lake;
    const staging = `${stagingFolder(folder, ledger.next)}-${number}`;
    const written = await worked.write({ staging, known: await this.#known.idsOf(filled.parts) });
    const staged = written.files.map(({ staged: path, sizeBytes, sha256, ...part }, index) => ({
      ...{ ...part, staged: path, fingerprint: { sizeBytes, sha256 }, ...this.#columnsOf(part.table) },
      path: `${partFolder(part)}/${String(ledger.next).padStart(8, '0')}-${index}.parquet`,
    }));
    const { disk } = this.#options;
    const entry = commitFiles(folder, {
      ...{ ledger, staged, ...(disk && { disk }) },
      entry: {
        ...{ kind: 'ingest', at: at.toISOString(), unknownKeys: written.unknownKeys },
        objects: objects.map((each) => objectEntry(each, each.reading, written.dropped[each.index] ?? 0)),
      },
    });
    rmSync(staging, { recursive: true, force: true });
    this.#lake.note(entry);
    this.#countEntry(entry, written);
    return bad;
  }

  #columnsOf(table: string): Pick<LakeFile, 'columns'> {
    const columns = this.#options.reading.schemas.get(table);
    return columns ? { columns: columnsKey(columns) } : {};
  }

  #countEntry(entry: LedgerEntry, { unknownKeys }: WrittenBatch): void {
    for (const each of entry.objects) {
      this.#counts.read += 1;
      this.#counts.events += each.events;
      this.#counts.duplicates += each.duplicates;
      this.#counts.rawBytes += each.inflatedBytes;
    }
    for (const file of entry.added) {
      this.#counts.files += 1;
      this.#counts.lakeBytes += file.sizeBytes;
      this.#bySource.set(file.source, (this.#bySource.get(file.source) ?? 0) + file.rows);
      if (file.first === null) this.#counts.undated += file.rows;
    }
    for (const [source, names] of Object.entries(unknownKeys)) {
      const counts = this.#unknown.get(source) ?? new Map<string, number>();
      this.#unknown.set(source, counts);
      for (const [name, count] of Object.entries(names)) counts.set(name, (counts.get(name) ?? 0) + count);
    }
    this.#options.onProgress?.({ objects: this.#counts.read + this.#counts.known, events: this.#counts.events });
  }

  #take(object: LogObject): ObjectOutcome {
    const { bytes, fault } = readStored(object);
    if (fault) return this.#refuse(object, fault);
    const sha256 = object.original?.sha256 ?? createHash('sha256').update(bytes).digest('hex');
    if (this.#lake.objects.has(sha256) || this.#begun.has(sha256)) {
      this.#counts.known += 1;
      return 'known';
    }
    this.#begun.add(sha256);
    this.#batch.push({ object, sha256, bytes, sizeBytes: object.original?.sizeBytes ?? bytes.length });
    this.#batchBytes += likelySize(bytes);
    return 'read';
  }

  /** False when there was nothing in it to keep. */
  #isKept({ path }: LogObject, { fault, records, damaged, unrecognized, detail, line }: ObjectReading): boolean {
    if (fault === null && damaged === 0 && unrecognized === 0) return true;
    this.#problem({ path, fault, damaged, unrecognized, detail, line, events: records });
    if (records > 0) return true;
    this.#counts.bad += 1;
    return false;
  }

  #refuse({ path }: LogObject, fault: ObjectFault): ObjectOutcome {
    this.#counts.bad += 1;
    this.#problem({ path, fault, damaged: 0, unrecognized: 0, detail: null, line: null, events: 0 });
    return 'bad';
  }

  #problem(problem: ObjectProblem): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }

  #result(isStopped: boolean): IngestResult {
    const { read, known, bad, ...counts } = this.#counts;
    const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      objects: { read, known, bad },
      ...counts,
      bySource: Object.fromEntries(sorted(this.#bySource)),
      unknownKeys: Object.fromEntries(sorted(this.#unknown).map(([source, names]) => [source, Object.fromEntries(sorted(names))])),
      problems: this.#problems,
      isStopped,
    };
  }
}

function objectEntry(
  { object, sha256, sizeBytes }: Stored,
  { inflatedBytes, fault, records, damaged, unrecognized }: ObjectReading,
  duplicates: number,
): LakeObject {
  const events = records - duplicates;
  return { path: object.path, sizeBytes, sha256, events, duplicates, damaged, unrecognized, inflatedBytes, fault };
}

/** Bytes once inflated, as far as can be told before: gzip says so in its last four, and may lie. */
function likelySize(bytes: Uint8Array): number {
  const stored = bytes.length;
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b && stored >= 18;
  if (isGzip) return Math.min(Math.max(stored, Buffer.from(bytes.buffer, bytes.byteOffset, stored).readUInt32LE(stored - 4)), stored * 32);
  return bytes[0] === 0x28 && bytes[1] === 0xb5 ? stored * 8 : stored;
}
