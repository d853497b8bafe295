/** Who works on batches: threads, or this thread where there is little to do. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BatchInput, FilledBatch, WriteOptions, WrittenBatch } from './batch-work.ts';
import { BatchWork } from './batch-work.ts';
import type { LakeReading } from './reading.ts';

/** Takes a batch, then writes it; after that the next one. */
export interface Worked {
  read(input: BatchInput): Promise<FilledBatch>;
  write(options: WriteOptions): Promise<WrittenBatch>;
  end(): Promise<void>;
}

/** Each holds a batch: four need 1.2 GB, and still one with batches of a third (docs/performance.md). */
const MAX_THREADS = 2;
/** Of a thread's heap: what is made for one record and then thrown away. */
const YOUNG_MEGABYTES = 48;
/** The source, or what scripts/build.ts makes of it. */
const FILES = [new URL('./batch-worker.ts', import.meta.url), new URL('./lake-worker.js', import.meta.url)] as const;

/** Gives each batch to whoever is free. To be ended. */
export class BatchPool {
  readonly #reading: LakeReading;
  readonly #free: Worked[] = [];
  readonly #all: Worked[] = [];
  readonly #waiting: ((worked: Worked) => void)[] = [];

  constructor(reading: LakeReading) {
    this.#reading = reading;
  }

  /** The next one that has nothing to do. `isAlone`: no other batch follows or was begun before. */
  async take({ isAlone }: { readonly isAlone: boolean }): Promise<Worked> {
    if (this.#all.length === 0) this.#begin(isAlone);
    const free = this.#free.shift();
    return free ?? (await new Promise((resolve) => this.#waiting.push(resolve)));
  }

  giveBack(worked: Worked): void {
    const next = this.#waiting.shift();
    if (next) next(worked);
    else this.#free.push(worked);
  }

  async end(): Promise<void> {
    await Promise.all(this.#all.map((each) => each.end()));
  }

  #begin(isAlone: boolean): void {
    const file = FILES.find((url) => existsSync(fileURLToPath(url)));
    const threads = Math.min(MAX_THREADS, availableParallelism());
    if (isAlone || threads < 2 || !file) this.#all.push(inThisThread(this.#reading));
    else for (let index = 0; index < threads; index++) this.#all.push(new BatchThread(file));
    this.#free.push(...this.#all);
  }
}

function inThisThread(reading: LakeReading): Worked {
  const work = new BatchWork(reading);
  return {
    read: (input) => Promise.resolve().then(() => work.read(input)),
    write: (options) => Promise.resolve().then(() => work.write(options)),
    end: () => Promise.resolve(),
  };
}

interface Pending {
  readonly done: (answer: never) => void;
  readonly failed: (error: unknown) => void;
}

class BatchThread implements Worked {
  readonly #worker: Worker;
  #pending: Pending | null = null;

  constructor(file: URL) {
    this.#worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
    this.#worker.on('message', (said: { readonly answer: never } | { readonly error: unknown; readonly code: string | null }) => {
      const pending = this.#pending;
      this.#pending = null;
      if ('answer' in said) pending?.done(said.answer);
      else pending?.failed(said.code !== null && said.error instanceof Error ? Object.assign(said.error, { code: said.code }) : said.error);
    });
    this.#worker.on('error', (error) => {
      this.#pending?.failed(error);
      this.#pending = null;
    });
  }

  read(input: BatchInput): Promise<FilledBatch> {
    // A piece of something larger is copied.
    const own = input.objects.filter(({ bytes }) => bytes.byteLength === bytes.buffer.byteLength);
    return this.#ask({ read: input }, [...new Set(own.map(({ bytes }) => bytes.buffer))]);
  }

  write(options: WriteOptions): Promise<WrittenBatch> {
    return this.#ask({ write: options }, []);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<T>(what: unknown, transfer: readonly ArrayBufferLike[]): Promise<T> {
    return new Promise((resolve, reject) => {
      // What answers a question has the type of its answer: batch-worker.ts.
      this.#pending = { done: resolve, failed: reject };
      this.#worker.postMessage(
        what,
        transfer.filter((each) => each instanceof ArrayBuffer),
      );
    });
  }
}
