/**
 * Files that grow and folders in which files appear. A file is known by its inode, so that a rotated one goes on under its new name and what takes its
 * old name begins anew; one that is cut short begins anew too. Files are asked for at intervals: works on every file system.
 */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { jsonOf } from '@kumomori/model';
import type { LogObject } from '../logs/index.ts';
import { inflate, listObjects } from '../logs/index.ts';
import type { LiveSource, Offer } from './live.ts';
import type { SourceOptions } from './options.ts';
import { memoryObject } from './text-object.ts';

/** Of a file that is being written to. */
interface Grown {
  offset: number;
  /** Size when it was last looked at: what does not change any more is whole. */
  seen: number;
  /** First lines that say what the others mean. */
  header: string | null;
  /** Compressed: all or nothing. */
  readonly isPacked: boolean;
  /** How often it was looked at without having grown. */
  quiet: number;
}

type Open = { readonly descriptor: number; readonly key: string };

/** Bytes that are taken at a time. */
const PIECE = 16 * 1024 * 1024;
/** A line without an end that is longer is none of a log. */
const LONGEST = 64 * 1024 * 1024;
/** A compressed file whose end does not come is damaged, and is read as far as it goes. */
const PATIENCE = 30;
const NEWLINE = 10;

/** A path that is not there yet may come. */
export function followFiles(path: string, options: SourceOptions): LiveSource {
  const files = new Map<string, Grown>();
  let [open, isFirst]: [Open | null, boolean] = [null, true];
  const look = (): readonly Offer[] => {
    const status = statSync(resolve(options.cwd, path), { throwIfNoEntry: false, bigint: true });
    const offers: Offer[] = [];
    if (status?.isDirectory() !== true) {
      // Rotated: what was written to the old file before is read first.
      const key = status ? `${status.dev}:${status.ino}` : null;
      if (open !== null && key !== open.key) offers.push(...taken(path, open.descriptor, files));
      if (open !== null && key !== open.key) closeSync(open.descriptor);
      if (open?.key !== key) open = null;
      if (status && key !== null && open === null) open = opened(resolve(options.cwd, path), key);
      if (open) offers.push(...taken(path, open.descriptor, files));
      return offers;
    }
    for (const object of listObjects([path], options)) offers.push(...takenFrom(object, files));
    return offers;
  };
  return {
    leaves: 'behind',
    isOver: false,
    async next(waitMs, signal) {
      const found = look();
      if (found.length > 0 || isFirst) {
        isFirst = false;
        if (found.length > 0) return found;
      }
      await setTimeout(waitMs, undefined, { signal }).catch(() => undefined);
      return look();
    },
    done: async () => {},
    async close() {
      if (open) closeSync(open.descriptor);
    },
  };
}

function opened(file: string, key: string): Open | null {
  try {
    return { descriptor: openSync(file, 'r'), key };
  } catch {
    return null;
  }
}

function takenFrom({ path, file }: LogObject, files: Map<string, Grown>): readonly Offer[] {
  const open = file === null ? null : opened(file, '');
  if (!open) return [];
  try {
    return taken(path, open.descriptor, files);
  } finally {
    closeSync(open.descriptor);
  }
}

/** What is new in a file: whole lines, or a whole compressed file once it has stopped growing. */
function taken(path: string, descriptor: number, files: Map<string, Grown>): readonly Offer[] {
  const status = fstatSync(descriptor, { bigint: true });
  const key = `${status.dev}:${status.ino}`;
  const size = Number(status.size);
  const known = files.get(key) ?? { offset: 0, seen: -1, header: null, isPacked: isPacked(descriptor), quiet: 0 };
  if (size < known.offset) Object.assign(known, { offset: 0, seen: -1, header: null, quiet: 0 });
  const isStill = size === known.seen;
  known.seen = size;
  known.quiet = isStill ? known.quiet + 1 : 0;
  // An empty file may become anything.
  if (size > 0) files.set(key, known);
  if (size <= known.offset) return [];
  if (known.isPacked) {
    if (!isStill) return [];
    const bytes = bytesOf(descriptor, 0, size);
    if (known.quiet < PATIENCE && !isWhole(bytes)) return [];
    known.offset = size;
    return [offer(path, bytes)];
  }
  const offers: Offer[] = [];
  while (known.offset < size) {
    const piece = wholeLines(descriptor, { from: known.offset, size, isStill });
    if (piece === null) break;
    const begins = known.offset === 0;
    known.offset += piece.length;
    if (begins) known.header = headerOf(piece);
    offers.push(offer(path, begins || known.header === null ? piece : Buffer.concat([Buffer.from(known.header), piece])));
  }
  return offers;
}

function offer(path: string, bytes: Uint8Array): Offer {
  return { path, objects: [memoryObject(path, bytes, null)] };
}

/** Up to the last line end. What has none is taken when the file has stopped growing and it is JSON: then nothing is missing from it. */
function wholeLines(
  descriptor: number,
  { from, size, isStill }: { readonly from: number; readonly size: number; readonly isStill: boolean },
): Uint8Array | null {
  for (let length = PIECE; ; length *= 2) {
    const bytes = bytesOf(descriptor, from, Math.min(length, size - from));
    const end = bytes.lastIndexOf(NEWLINE);
    if (end !== -1) return bytes.subarray(0, end + 1);
    if (length >= LONGEST) return bytes;
    if (from + bytes.length >= size) return isStill && jsonOf(Buffer.from(bytes).toString('utf8')) !== undefined ? bytes : null;
  }
}

function bytesOf(descriptor: number, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let count = 1; at < length && count > 0; at += count) count = readSync(descriptor, bytes, at, length - at, from + at);
  return bytes.subarray(0, at);
}

/** False while the end is missing. */
function isWhole(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50) return bytes.length > 8 && Buffer.from(bytes.subarray(-4)).toString('latin1') === 'PAR1';
  return inflate(bytes).fault?.kind !== 'truncated';
}

/** gzip, zstd and Parquet begin so. */
function isPacked(descriptor: number): boolean {
  const [a, b, c, d] = bytesOf(descriptor, 0, 4);
  if (a === 0x1f && b === 0x8b) return true;
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return true;
  return a === 0x50 && b === 0x41 && c === 0x52 && d === 0x31;
}

/** Lines at the beginning that later ones cannot be read without: comments that name fields, or names alone. */
export function headerOf(piece: Uint8Array): string | null {
  const text = Buffer.from(piece.subarray(0, 64 * 1024)).toString('utf8');
  const lines = text.split('\n');
  const comments = lines.findIndex((line) => !line.startsWith('#'));
  if (comments > 0) return `${lines.slice(0, comments).join('\n')}\n`;
  const [first = ''] = lines;
  const isNames = /^[a-zA-Z][\w-]*(?:[ ,\t][a-zA-Z][\w-]*){3,}\r?$/.test(first);
  return isNames ? `${first}\n` : null;
}
