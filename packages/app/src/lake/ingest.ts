/** Objects of logs → files of the lake, in batches; what an object holds comes in exactly once (commit-files.ts says how). */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InflateLimits, LogObject, ObjectFault } from '../logs/index.ts';
import { inflate, INFLATE_LIMITS, readStored, textOf } from '../logs/index.ts';
import { Batch } from './batch-input.ts';
import type { Disk } from './commit-files.ts';
import { stagingFolder } from './commit-files.ts';
import type { Engine } from './engine.ts';
import { openEngine } from './engine.ts';
import { writeFailure } from './errors.ts';
import { cutRecords } from './fast-trail.ts';
import { flushBatch } from './flush.ts';
import { OWN_FOLDER } from './ledger.ts';
import { pathsOf, stepsOf } from './mapping-sql.ts';
import type { OpenLake } from './open-lake.ts';
import type { LakeReading } from './reading.ts';
import { Shapes } from './shapes.ts';

export interface IngestOptions {
  readonly reading: LakeReading;
  readonly now: () => Date;
  readonly keepRaw?: boolean;
  readonly limits?: InflateLimits;
  readonly memoryMb?: number;
  /** Inflated bytes of a batch; default 48 MiB. */
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

const BATCH_BYTES = 48 * 1024 * 1024;
/** Each is a file of lines; more only make lists longer. */
const BATCH_OBJECTS = 2000;
const MAX_PROBLEMS = 1000;

/** Reads what is not in the lake yet. Throws LakeErrors; what was committed before stays. */
export async function ingestObjects(
  lake: OpenLake,
  objects: Iterable<IngestInput> | AsyncIterable<IngestInput>,
  options: IngestOptions,
): Promise<IngestResult> {
  const temporary = join(lake.folder, OWN_FOLDER, 'temporary');
  mkdirSync(temporary, { recursive: true });
  // One thread beside that which reads objects: a second one costs a third more CPU time, and waits by asking without end.
  const engine = await openEngine({
    temporary,
    isLoading: true,
    threads: 1,
    ...(options.memoryMb !== undefined && { memoryMb: options.memoryMb }),
  });
  try {
    return await new Ingest(lake, engine, options).run(objects);
  } catch (cause) {
    throw writeFailure(lake.folder, cause);
  } finally {
    engine.close();
    rmSync(temporary, { recursive: true, force: true });
    rmSync(join(lake.folder, OWN_FOLDER, 'staging'), { recursive: true, force: true });
  }
}

/** One run. */
class Ingest {
  readonly #lake: OpenLake;
  readonly #engine: Engine;
  readonly #options: IngestOptions;
  readonly #begun = new Set<string>();
  readonly #problems: ObjectProblem[] = [];
  readonly #bySource = new Map<string, number>();
  readonly #unknown = new Map<string, Map<string, number>>();
  #batch: Batch;
  /** Objects whose fate is known when the batch is in the lake. */
  #settling: { readonly object: LogObject; readonly outcome: ObjectOutcome }[] = [];
  readonly #shapes: Shapes;
  #batches = 0;
  #pending: Promise<void> = Promise.resolve();
  readonly #counts = { read: 0, known: 0, bad: 0, events: 0, duplicates: 0, undated: 0, rawBytes: 0, lakeBytes: 0, files: 0 };

  constructor(lake: OpenLake, engine: Engine, options: IngestOptions) {
    this.#lake = lake;
    this.#engine = engine;
    this.#options = options;
    const mapping = options.reading.mappings.get('aws.cloudtrail');
    this.#shapes = new Shapes(mapping ? [...pathsOf(mapping)].map((path) => String(stepsOf(path)[0])) : []);
    this.#batch = this.#newBatch();
  }

  async run(objects: Iterable<IngestInput> | AsyncIterable<IngestInput>): Promise<IngestResult> {
    const { signal, batchBytes = BATCH_BYTES } = this.#options;
    try {
      for await (const object of objects) {
        if (object === 'flush') {
          await this.#flush();
          await this.#pending;
          continue;
        }
        if (signal?.aborted) break;
        this.#settling.push({ object, outcome: this.#take(object) });
        if (this.#batch.bytes >= batchBytes || this.#batch.objects.length >= BATCH_OBJECTS) await this.#flush();
        // The engine's answers come between two objects.
        await new Promise((resolve) => setImmediate(resolve));
      }
      await this.#flush();
    } finally {
      await this.#pending.catch(() => {});
    }
    await this.#pending;
    return this.#result(signal?.aborted ?? false);
  }

  #newBatch(): Batch {
    this.#batches += 1;
    const { reading, keepRaw = true } = this.#options;
    const folder = `${stagingFolder(this.#lake.folder, this.#lake.ledger.next)}-in-${this.#batches}`;
    return new Batch(folder, { reading, keepRaw });
  }

  /** While the engine works on one batch the next one is read; not more than that. */
  async #flush(): Promise<void> {
    await this.#pending;
    const batch = this.#batch;
    const settling = this.#settling;
    this.#settling = [];
    const settle = (): void => settling.forEach(({ object, outcome }) => this.#options.onSettled?.(object, outcome));
    if (batch.objects.length === 0) return settle();
    this.#batch = this.#newBatch();
    this.#pending = this.#commit(batch).then(settle);
    // Said when it is waited for.
    this.#pending.catch(() => {});
  }

  async #commit(batch: Batch): Promise<void> {
    const { reading, now, keepRaw = true, disk } = this.#options;
    const flushed = await flushBatch(batch, {
      ...{
        lake: this.#lake,
        engine: this.#engine,
        reading,
        now: now(),
        keepRaw,
        shapes: this.#shapes,
        reread: (object) => this.#readAgain(object, batch),
      },
      ...(disk && { disk }),
    });
    for (const each of flushed.objects) {
      this.#counts.read += 1;
      this.#counts.events += each.events;
      this.#counts.duplicates += each.duplicates;
      this.#counts.rawBytes += each.inflatedBytes;
    }
    for (const file of flushed.added) {
      this.#counts.files += 1;
      this.#counts.lakeBytes += file.sizeBytes;
      this.#bySource.set(file.source, (this.#bySource.get(file.source) ?? 0) + file.rows);
      if (file.first === null) this.#counts.undated += file.rows;
    }
    for (const [source, names] of Object.entries(flushed.unknownKeys)) {
      const counts = this.#unknown.get(source) ?? new Map<string, number>();
      this.#unknown.set(source, counts);
      for (const [name, count] of Object.entries(names)) counts.set(name, (counts.get(name) ?? 0) + count);
    }
    this.#options.onProgress?.({ objects: this.#counts.read + this.#counts.known, events: this.#counts.events });
  }

  #take(object: LogObject): ObjectOutcome {
    const { limits = INFLATE_LIMITS } = this.#options;
    const stored = readStored(object);
    if (stored.fault) return this.#refuse(object, stored.fault);
    const sha256 = object.original?.sha256 ?? createHash('sha256').update(stored.bytes).digest('hex');
    if (this.#lake.objects.has(sha256) || this.#begun.has(sha256)) {
      this.#counts.known += 1;
      return 'known';
    }
    const { bytes, fault } = inflate(stored.bytes, limits);
    const draft = { object, sha256, sizeBytes: object.original?.sizeBytes ?? stored.bytes.length, inflatedBytes: bytes.length, fault };
    const cut = fault || !this.#options.reading.mappings.has('aws.cloudtrail') ? null : cutRecords(bytes);
    if (cut) this.#batch.addRecords(draft, cut);
    else if (!this.#addText(draft, bytes)) return 'bad';
    this.#begun.add(sha256);
    return 'read';
  }

  /** False when there was nothing in it to keep. */
  #addText(draft: Parameters<Batch['addRecords']>[0], bytes: Uint8Array): boolean {
    const { reading } = this.#options;
    const decoded = textOf({ bytes, form: 'plain', fault: null }, { maxBytes: Number.MAX_SAFE_INTEGER, maxRatio: 1 });
    const fault = draft.fault ?? decoded.fault;
    const found = reading.read(decoded.text, draft.object.path);
    const [first] = found.problems;
    const isBad = fault !== null || found.damaged > 0 || found.unrecognized > 0;
    if (isBad) {
      const { damaged, unrecognized, events } = found;
      const detail = first ? `${first.reason}: ${first.detail}` : null;
      this.#problem({ path: draft.object.path, fault, damaged, unrecognized, detail, line: first?.line ?? null, events: events.length });
    }
    if (isBad && found.events.length === 0) {
      this.#counts.bad += 1;
      return false;
    }
    this.#batch.addEvents({ ...draft, fault }, found);
    return true;
  }

  /** For an object that the engine refused: its text, read in JavaScript after all. */
  #readAgain(object: LogObject, batch: Batch): ReturnType<LakeReading['read']> {
    const { reading, limits = INFLATE_LIMITS } = this.#options;
    const found = reading.read(textOf(readStored(object), limits).text, object.path);
    const [first] = found.problems;
    if (found.damaged > 0 || found.unrecognized > 0)
      this.#problem({
        ...{ path: object.path, fault: null, damaged: found.damaged, unrecognized: found.unrecognized, events: found.events.length },
        ...{ detail: first ? `${first.reason}: ${first.detail}` : null, line: first?.line ?? null },
      });
    batch.noteReading(object, found);
    return found;
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
