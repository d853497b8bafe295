/** Objects through worker threads: one object a worker at a time, answers in the order of the objects. */
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { keepHeapSmall } from '../files/index.ts';
import type { LogObject } from '../logs/index.ts';
import type { ObjectMatches } from './detect-object.ts';
import type { DetectOnObjects } from './look.ts';
import { objectDetector } from './detect-object.ts';
import { keepYoungSmall } from './young-heap.ts';

export interface DetectedObject {
  readonly object: LogObject;
  readonly found: ObjectMatches;
}

export interface PoolOptions extends DetectOnObjects {
  /** Threads that work, this one counted; 0 and 1: everything in this thread. */
  readonly workers: number;
}

/** Answers that wait for an earlier one; beyond them no new object is begun. */
const MAX_AHEAD = 16;
/** Of a worker's heap: what is made for one object and then thrown away. More costs memory, less costs time. */
const YOUNG_MEGABYTES = 16;
/** The source, or what scripts/build.ts makes of it. */
const WORKERS = [new URL('./worker.ts', import.meta.url), new URL('./detect-worker.js', import.meta.url)] as const;

function workerFile(): URL | null {
  return WORKERS.find((url) => existsSync(fileURLToPath(url))) ?? null;
}

/** Objects a worker has been given and has not answered: one it works on, one so that it need not wait. */
const MAX_LOAD = 2;

/**
 * What each object holds, in the order they come in. This thread takes an object whenever the others have enough. Memory: one object for each
 * thread, and the answers of at most MAX_AHEAD. After `flush` the next object is asked for when all before it were answered.
 */
export async function* detectObjects(
  objects: Iterable<LogObject | 'flush'> | AsyncIterable<LogObject | 'flush'>,
  { set, withBehavior, intel, workers }: PoolOptions,
): AsyncGenerator<DetectedObject> {
  keepHeapSmall();
  keepYoungSmall();
  const what = { set, withBehavior, intel };
  const detect = objectDetector(what);
  const file = workerFile();
  if (workers < 2 || file === null) {
    for await (const object of objects) if (object !== 'flush') yield { object, found: detect(object) };
    return;
  }
  const pool = Array.from({ length: workers - 1 }, () => new PoolWorker(file, what));
  const waiting: { readonly object: LogObject; readonly answer: Promise<ObjectMatches> }[] = [];
  try {
    for await (const object of objects) {
      if (object === 'flush') {
        while (waiting.length > 0) yield* first(waiting);
        continue;
      }
      // Lets answers in.
      await setImmediate();
      const idle = pool.find(({ load }) => load < MAX_LOAD);
      const answer = idle ? idle.detect(object) : Promise.resolve(detect(object));
      // Asked for later; until then a failure is nobody's.
      answer.catch(() => undefined);
      waiting.push({ object, answer });
      if (waiting.length >= Math.max(MAX_LOAD * workers, MAX_AHEAD)) yield* first(waiting);
    }
    while (waiting.length > 0) yield* first(waiting);
  } finally {
    await Promise.all(pool.map((worker) => worker.end()));
  }
}

async function* first(waiting: { readonly object: LogObject; readonly answer: Promise<ObjectMatches> }[]): AsyncGenerator<DetectedObject> {
  const next = waiting.shift();
  if (next) yield { object: next.object, found: await next.answer };
}

interface Pending {
  readonly done: (found: ObjectMatches) => void;
  readonly failed: (error: unknown) => void;
}

/** State: a thread and the objects it was given; the thread takes them one after the other. */
class PoolWorker {
  readonly #worker: Worker;
  readonly #pending: Pending[] = [];

  constructor(file: URL, what: DetectOnObjects) {
    this.#worker = new Worker(file, { workerData: what, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
    this.#worker.on('message', (found: ObjectMatches) => this.#pending.shift()?.done(found));
    this.#worker.on('error', (error) => {
      for (const { failed } of this.#pending.splice(0)) failed(error);
    });
  }

  get load(): number {
    return this.#pending.length;
  }

  detect(object: LogObject): Promise<ObjectMatches> {
    return new Promise((done, failed) => {
      this.#pending.push({ done, failed });
      this.#worker.postMessage(object);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
