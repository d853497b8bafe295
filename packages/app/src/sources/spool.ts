/** Objects that are not files → files: they are fetched ahead of whoever reads them, and go when they were read. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogObject } from '../logs/index.ts';
import { isParquet, originalOf, parquetText } from './parquet.ts';

/** What is listed; `bring` puts it into a file. */
export interface ListedObject {
  readonly path: string;
  readonly sizeBytes: number;
  /** What content it was, for who reads nothing twice; null for files, which are known by their content. */
  readonly identity: string | null;
  /** The object as a file; null when it cannot be had, which was reported. Never throws but for what ends the run. */
  readonly bring: (file: string) => Promise<LogObject | null>;
}

const AHEAD = 8;
/** Stored bytes that may wait on disk. */
const AHEAD_BYTES = 256 * 1024 * 1024;

export interface SpoolOptions {
  /** A Parquet file that cannot be read. */
  readonly refuse: (path: string, why: 'corrupt' | 'too-large') => void;
}

/** State: a folder of its own below the system's for temporary files, until `close`. */
export class Spool {
  #folder: string | null = null;
  readonly #options: SpoolOptions;

  constructor(options: SpoolOptions) {
    this.#options = options;
  }

  /** In the order they come, fetched a few at a time. */
  async *brought(objects: AsyncIterable<ListedObject> | Iterable<ListedObject>): AsyncGenerator<LogObject> {
    const waiting: { readonly bytes: number; readonly object: Promise<LogObject | null> }[] = [];
    const next = async function* (): AsyncGenerator<LogObject> {
      const first = await waiting.shift()?.object;
      if (first) yield first;
    };
    for await (const listed of objects) {
      const object = listed.bring(this.#file()).then((brought) => this.#readable(brought));
      // Asked for later; until then a failure is nobody's.
      object.catch(() => undefined);
      waiting.push({ bytes: listed.sizeBytes, object });
      while (waiting.length >= AHEAD || waiting.reduce((sum, { bytes }) => sum + bytes, 0) > AHEAD_BYTES) yield* next();
    }
    while (waiting.length > 0) yield* next();
  }

  /** It was read; a file of the user stays. */
  release({ file }: LogObject): void {
    if (file !== null && this.#folder !== null && file.startsWith(this.#folder)) rmSync(file, { force: true });
  }

  close(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  /** Parquet becomes text. */
  async #readable(object: LogObject | null): Promise<LogObject | null> {
    if (object === null || object.file === null || !isParquet(object)) return object;
    const found = await parquetText(object.file);
    const original = originalOf(object.file);
    this.release(object);
    if (found.kind !== 'text') this.#options.refuse(object.path, found.kind);
    if (found.kind !== 'text') return null;
    const file = this.#file();
    writeFileSync(file, found.text, { mode: 0o600 });
    return { ...object, file, original };
  }

  #file(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'kumomori-logs-'));
    return join(this.#folder, randomUUID());
  }
}
