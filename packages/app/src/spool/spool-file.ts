/** A nameless file for what does not fit into memory: lines are appended, and read by where they lie. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Lines that were appended together. In bytes. */
export interface Stretch {
  readonly offset: number;
  readonly bytes: number;
}

/** `full`: no room left on the disk. */
export type SpoolTrouble = 'full' | 'unusable';

/** The temporary folder cannot take what it has to. */
export class SpoolError extends Error {
  readonly trouble: SpoolTrouble;
  readonly folder: string;
  /** In the words of the system. */
  readonly detail: string;

  constructor(folder: string, cause: unknown) {
    super(`${folder} cannot be written or read`, { cause });
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    this.name = 'SpoolError';
    this.trouble = code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'unusable';
    this.folder = folder;
    this.detail = code === '' ? String(cause) : code;
  }
}

const CHUNK = 64 * 1024;
const NEWLINE = 0x0a;

/**
 * Its name is removed as soon as it is open, so that nothing stays behind however the process ends. Only the user can read it while it
 * has one. All methods throw SpoolError.
 */
export class SpoolFile {
  readonly #folder: string;
  readonly #descriptor: number;
  #end = 0;
  #isOpen = true;

  constructor(folder: string) {
    this.#folder = folder;
    this.#descriptor = this.#trying(() => namelessFile(folder));
  }

  /** Each line without a line break in it. */
  append(lines: readonly string[]): Stretch {
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const offset = this.#end;
    this.#trying(() => {
      for (let done = 0; done < bytes.length;) done += writeSync(this.#descriptor, bytes, done, bytes.length - done, offset + done);
    });
    this.#end += bytes.length;
    return { offset, bytes: bytes.length };
  }

  /** The lines of a stretch; a small part of it is in memory at a time. */
  *read({ offset, bytes }: Stretch): Generator<string> {
    let rest: Buffer = Buffer.alloc(0);
    for (let done = 0; done < bytes;) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK, bytes - done));
      const count = this.#trying(() => readSync(this.#descriptor, chunk, 0, chunk.length, offset + done));
      if (count === 0) throw new SpoolError(this.#folder, new Error('it became shorter'));
      done += count;
      const all = rest.length === 0 ? chunk.subarray(0, count) : Buffer.concat([rest, chunk.subarray(0, count)]);
      const end = all.lastIndexOf(NEWLINE) + 1;
      rest = all.subarray(end);
      if (end > 0) yield* all.toString('utf8', 0, end - 1).split('\n');
    }
  }

  /** Frees the room on the disk. What was read before stays. */
  close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }

  #trying<T>(use: () => T): T {
    try {
      return use();
    } catch (error) {
      throw new SpoolError(this.#folder, error);
    }
  }
}

function namelessFile(folder: string): number {
  const own = mkdtempSync(join(folder, 'kumomori-'));
  const remove = (): void => rmSync(own, { recursive: true, force: true });
  try {
    return openSync(join(own, 'findings'), 'wx+', 0o600);
  } finally {
    try {
      remove();
    } catch {
      // Windows may keep the name of an open file.
      process.once('exit', remove);
    }
  }
}
