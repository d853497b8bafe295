/**
 * Appends lines to gzip files, one member for each write. When the promise of a line resolves, the system has it: killing the process loses
 * only lines whose promise is open. Nothing is forced to the disk, so that a power cut may take the last seconds; members it tore are
 * noticed and cut off.
 */
import { constants, closeSync, copyFileSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeError } from './errors.ts';
import { MAX_PIECE } from './lines.ts';
import { HEADER_BYTES, headOf, memberOf } from './member.ts';

/** Text of one write; what waits beyond it goes with the next one. */
const BATCH = 4 * 1024 * 1024;
/** Files are compressed well when the collection ends (compact.ts). */
const LEVEL = 1;

interface Waiting {
  readonly line: Buffer;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Appender {
  readonly #folder: string;
  /** Lines that wait, by file; an entry exists while a write to the file is under way. */
  readonly #queues = new Map<string, Waiting[]>();
  /** Files that were written to, and so are known to end with a whole member. */
  readonly #touched = new Set<string>();
  /** The disk is full or gone: whatever follows fails too, so that no file has a hole. */
  #failed: Error | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Relative paths of the files that were written to. */
  get touched(): ReadonlySet<string> {
    return this.#touched;
  }

  /** `line`: at most MAX_PIECE long. */
  async append(path: string, line: string): Promise<void> {
    const bytes = Buffer.from(line, 'utf8');
    return new Promise((resolve, reject) => {
      const waiting = { line: bytes, resolve, reject };
      const queue = this.#queues.get(path);
      if (queue) queue.push(waiting);
      else {
        this.#queues.set(path, [waiting]);
        void this.#drain(path);
      }
    });
  }

  /** Lines that arrive during a write become one member together. */
  async #drain(path: string): Promise<void> {
    for (let queue = this.#queues.get(path); queue && queue.length > 0; queue = this.#queues.get(path)) {
      const batch = takeBatch(queue);
      try {
        if (this.#failed !== null) throw this.#failed;
        await this.#write(path, batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.#failed = writeError(join(this.#folder, path), error);
        for (const { reject } of batch) reject(this.#failed);
      }
    }
    this.#queues.delete(path);
  }

  async #write(path: string, batch: readonly Waiting[]): Promise<void> {
    const file = join(this.#folder, path);
    const text = Buffer.concat(batch.map(({ line }) => line));
    if (!this.#touched.has(path)) prepare(file);
    this.#touched.add(path);
    const { O_WRONLY, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;
    const handle = await open(file, O_WRONLY | O_CREAT | O_APPEND | (O_NOFOLLOW ?? 0), 0o600);
    try {
      const { size } = await handle.stat();
      await writeAll(handle, memberOf(text, batch.length, LEVEL)).catch(async (error: unknown) => {
        await handle.truncate(size).catch(() => {});
        throw error;
      });
    } finally {
      await handle.close();
    }
  }
}

function takeBatch(queue: Waiting[]): readonly Waiting[] {
  let bytes = 0;
  let count = 0;
  for (const { line } of queue) {
    if (count > 0 && bytes + line.length > BATCH) break;
    bytes += line.length;
    count += 1;
  }
  return queue.splice(0, count);
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let written = 0; written < bytes.length;) written += (await handle.write(bytes, written)).bytesWritten;
}

/** Makes the folder, and cuts off what a killed collection left of its last member. */
function prepare(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return;
  }
  try {
    const { size, nlink } = fstatSync(descriptor);
    const end = endOfMembers(descriptor, size);
    if (nlink > 1) separate(file);
    else if (end < size) ftruncateSync(descriptor, end);
  } finally {
    closeSync(descriptor);
  }
}

/** A file that two snapshots share is the earlier one's: this one goes on with a copy. */
function separate(file: string): void {
  const draft = `${file}.tmp`;
  copyFileSync(file, draft);
  renameSync(draft, file);
}

/** Where the last whole member ends. Files of other tools are left as they are. */
function endOfMembers(descriptor: number, size: number): number {
  let at = 0;
  let last = 0;
  const head = Buffer.alloc(HEADER_BYTES);
  while (at < size) {
    const isShort = readSync(descriptor, head, 0, HEADER_BYTES, at) < HEADER_BYTES;
    const member = isShort ? null : headOf(head);
    if (!member) return at === 0 && !isShort ? size : at;
    if (at + member.bytes > size) return at;
    last = at;
    at += member.bytes;
  }
  const bytes = Buffer.alloc(at - last);
  readSync(descriptor, bytes, 0, bytes.length, last);
  try {
    gunzipSync(bytes, { maxOutputLength: MAX_PIECE });
    return at;
  } catch {
    // After a power cut the length may be right and the bytes not.
    return last;
  }
}
