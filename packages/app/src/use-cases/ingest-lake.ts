/** Logs, from files or clouds → a lake. */
import { resolve } from 'node:path';
import type { Diagnostic, Language } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { FetchedObjects, IngestProgress, IngestResult, ObjectOutcome, ObjectProblem, OpenLake } from '../lake/index.ts';
import { compactLake, ingestObjects, lakeReading, openFetched, openLake, openPlaces } from '../lake/index.ts';
import type { LogObject } from '../logs/index.ts';
import { faultDiagnostic, INFLATE_LIMITS } from '../logs/index.ts';
import type { LogSources } from '../sources/index.ts';
import { openSources } from '../sources/index.ts';
import { aboutLake } from './lake-errors.ts';
import type { LogsFrom } from './logs-from.ts';
import { aboutSource, dayOf } from './logs-from.ts';
import { storeFolder } from './list-intel.ts';
import { matchIngested } from './match-ingested.ts';
import { sealAgain } from './seal-lake.ts';

export interface IngestLakeOptions extends LogsFrom {
  readonly lake: string;
  readonly logs: readonly string[];
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
  readonly keepRaw: boolean;
  /** Folder of the indicators that what comes is matched with; null: none. */
  readonly intel?: string | null;
  /** MB an object may have once inflated; null: the default. */
  readonly maxObjectMb: number | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Goes on with what comes, until the signal. */
  readonly follow?: FollowLake | null;
  /** Each when it is found. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

export interface FollowLake {
  /** Of a micro-batch, 1 to 5. */
  readonly intervalSeconds: number;
}

export interface LakeProblem extends ObjectProblem {
  readonly message: string;
}

export interface LakeIngest extends Omit<IngestResult, 'problems'> {
  readonly lake: string;
  /** Events that indicators matched and that were not told before; null: none were asked for. */
  readonly intelMatches: number | null;
  readonly problems: readonly LakeProblem[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Each is a write that waits for the disk. */
const NOTED_TOGETHER = 500;
const MAX_DIAGNOSTICS = 1000;
/** Of a live source: micro-batches after which the small files they made become few. */
const SESSION_BATCHES = 100;

/** Throws AppErrors; what was committed before one stays in the lake, and the next run goes on from there. */
export async function ingestLake(options: IngestLakeOptions): Promise<LakeIngest> {
  const messages = messagesIn(options.language);
  return await aboutLake(messages, async () => {
    const folder = resolve(options.cwd, options.lake);
    // Said before anything is read.
    if (options.intel) storeFolder({ ...options, store: options.intel });
    const lake = openLake(folder, { mayBegin: true });
    const run = new IngestRun(lake, messages, options);
    try {
      const ended = options.follow ? await run.follow(options.follow) : await run.once();
      sealAgain(folder, options);
      const problems = ended.problems.map((each) => ({ ...each, message: problemText(each, messages) }));
      return { lake: options.lake, intelMatches: run.intelMatches, ...ended, problems, diagnostics: run.diagnostics };
    } catch (cause) {
      throw aboutSource(cause, messages);
    } finally {
      await run.close();
      lake.close();
    }
  });
}

/** State: the sources, and what of them is in the lake and not noted yet. */
class IngestRun {
  readonly #lake: OpenLake;
  readonly #options: IngestLakeOptions;
  readonly #fetched: FetchedObjects;
  readonly #sources: LogSources;
  #settled: string[] = [];
  readonly diagnostics: Diagnostic[] = [];
  intelMatches: number | null = null;

  constructor(lake: OpenLake, messages: Messages, options: IngestLakeOptions) {
    const { cwd, variables, signal = new AbortController().signal } = options;
    this.#lake = lake;
    this.#options = options;
    this.#fetched = openFetched(lake.folder);
    this.#sources = openSources(options.logs, {
      ...{ cwd, messages, signal, since: dayOf(options.since, messages), stdin: options.stdin ?? null },
      ...{ variables, endpoint: options.endpoint ?? null, region: options.region ?? null },
      report: (each) => this.#report(each),
      isKnown: (identity) => this.#fetched.has(identity),
    });
  }

  async once(): Promise<IngestResult> {
    return this.#counted(await this.#ingest(this.#sources.brought(this.#sources.list())));
  }

  /** Until the signal, or the end of what is followed. */
  async follow({ intervalSeconds }: FollowLake): Promise<IngestResult> {
    const places = openPlaces(this.#lake.folder);
    const followed = await this.#sources.follow({ intervalMs: intervalSeconds * 1000, places });
    const objects = followed.objects();
    let [total, isOver]: [IngestResult | null, boolean] = [null, false];
    const session = async function* (this: IngestRun): AsyncGenerator<LogObject | 'flush'> {
      for (let batches = 0, hasCome = false; batches < SESSION_BATCHES;) {
        const { done, value } = await objects.next();
        if (done === true) return void (isOver = true);
        if (value !== 'flush') hasCome = true;
        else if (hasCome) [batches, hasCome] = [batches + 1, false];
        yield value;
        // What the batch came from is told that it is kept when the next object is asked for: this is noted before.
        if (value === 'flush') this.#note();
      }
    }.bind(this);
    while (!isOver) {
      const part = await this.#ingest(session(), (object, outcome) => followed.settled(object, outcome));
      total = total ? together(total, part) : part;
      if (part.isStopped) break;
      if (isOver) break;
      await compactLake(this.#lake, { now: this.#options.now });
      sealAgain(this.#lake.folder, this.#options);
    }
    await objects.return(undefined);
    return this.#counted(total ?? NOTHING);
  }

  async close(): Promise<void> {
    await this.#sources.close();
  }

  async #ingest(
    objects: AsyncGenerator<LogObject | 'flush'>,
    settled?: (object: LogObject, outcome: ObjectOutcome) => void,
  ): Promise<IngestResult> {
    const { now, keepRaw, maxObjectMb, signal, onProgress } = this.#options;
    const limits = maxObjectMb === null ? INFLATE_LIMITS : { ...INFLATE_LIMITS, maxBytes: maxObjectMb * 1024 * 1024 };
    const failure: { cause?: unknown } = {};
    const result = await ingestObjects(this.#lake, untilFailure(objects, failure), {
      ...{ reading: lakeReading(), now, keepRaw, limits, ...(signal && { signal }), ...(onProgress && { onProgress }) },
      onSettled: (object, outcome) => {
        settled?.(object, outcome);
        this.#sources.release(object);
        // What could not be read is tried again: it may have been repaired.
        if (object.identity !== undefined && outcome !== 'bad') this.#settled.push(object.identity);
        if (this.#settled.length >= NOTED_TOGETHER) this.#note();
      },
    }).finally(() => this.#note());
    await this.#match();
    // What came before it is in the lake.
    if ('cause' in failure) throw failure.cause;
    return result;
  }

  /** After what came is in the lake, and before its files are put together. */
  async #match(): Promise<void> {
    const { intel = null } = this.#options;
    if (intel === null) return;
    this.intelMatches = (this.intelMatches ?? 0) + (await matchIngested(this.#lake.folder, { ...this.#options, store: intel }));
  }

  #note(): void {
    this.#fetched.note(this.#settled);
    this.#settled = [];
  }

  #counted(result: IngestResult): IngestResult {
    const { read, known, bad } = result.objects;
    return { ...result, objects: { read, known: known + this.#sources.known, bad: bad + this.#sources.lost } };
  }

  #report(diagnostic: Diagnostic): void {
    if (this.diagnostics.length < MAX_DIAGNOSTICS) this.diagnostics.push(diagnostic);
    this.#options.onDiagnostic?.(diagnostic);
  }
}

/** A source that fails says nothing about the lake: the failure is kept for later, and the objects end. */
async function* untilFailure<T>(objects: AsyncGenerator<T>, failure: { cause?: unknown }): AsyncGenerator<T> {
  try {
    yield* objects;
  } catch (cause) {
    failure.cause = cause;
  }
}

function problemText({ path, fault, damaged, unrecognized }: ObjectProblem, messages: Messages): string {
  return [
    ...(fault ? [faultDiagnostic(path, fault, messages).message] : []),
    ...(damaged > 0 ? [messages.lake.damaged(damaged)] : []),
    ...(unrecognized > 0 ? [messages.lake.unrecognized(unrecognized)] : []),
  ].join('; ');
}

const NOTHING: IngestResult = {
  ...{ objects: { read: 0, known: 0, bad: 0 }, events: 0, duplicates: 0, undated: 0, rawBytes: 0, lakeBytes: 0, files: 0 },
  ...{ bySource: {}, unknownKeys: {}, problems: [], isStopped: false },
};

/** Two runs, one after the other, as one. */
function together(a: IngestResult, b: IngestResult): IngestResult {
  const sum = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Readonly<Record<string, number>> => {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
    return Object.fromEntries(keys.map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]));
  };
  const sources = [...new Set([...Object.keys(a.unknownKeys), ...Object.keys(b.unknownKeys)])].toSorted();
  return {
    objects: {
      ...{ read: a.objects.read + b.objects.read, known: a.objects.known + b.objects.known },
      bad: a.objects.bad + b.objects.bad,
    },
    ...{ events: a.events + b.events, duplicates: a.duplicates + b.duplicates, undated: a.undated + b.undated },
    ...{ rawBytes: a.rawBytes + b.rawBytes, lakeBytes: a.lakeBytes + b.lakeBytes, files: a.files + b.files },
    bySource: sum(a.bySource, b.bySource),
    unknownKeys: Object.fromEntries(sources.map((name) => [name, sum(a.unknownKeys[name] ?? {}, b.unknownKeys[name] ?? {})])),
    problems: [...a.problems, ...b.problems].slice(0, MAX_DIAGNOSTICS),
    isStopped: b.isStopped,
  };
}
