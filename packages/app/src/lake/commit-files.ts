/**
 * How files become part of a lake, so that killing the process at any moment loses and doubles nothing:
 * 1. they are written below `_kumomori/staging/NUMBER/` and forced to the disk, 2. `_kumomori/intent.json` names where they will lie,
 * 3. they are renamed, 4. one line of the ledger tells of them and of the objects they hold, 5. the intent goes.
 * Who opens the lake for writing next takes back what an intent without its line of the ledger began.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeFailure } from './errors.ts';
import type { LakeFile, LedgerEntry, LedgerWriter, NewEntry } from './ledger.ts';
import { OWN_FOLDER } from './ledger.ts';

const intent = z.object({ number: z.number(), added: z.array(z.string()), removed: z.array(z.string()) });
type Intent = z.infer<typeof intent>;

/** A file that lies in the staging folder; what the ledger says of it besides size and hash. */
export type StagedFile = Omit<LakeFile, 'sizeBytes' | 'sha256'> & {
  readonly staged: string;
  /** Where whoever wrote it knows it; else it is read once more. */
  readonly fingerprint?: Pick<LakeFile, 'sizeBytes' | 'sha256'>;
};

/** For tests: what the disk is asked to do. */
export interface Disk {
  readonly rename: (from: string, to: string) => void;
  readonly sync: (path: string) => void;
}

const realDisk: Disk = { rename: renameSync, sync: syncPath };

export function stagingFolder(lake: string, number: number): string {
  return join(lake, OWN_FOLDER, 'staging', String(number));
}

function intentPath(lake: string): string {
  return join(lake, OWN_FOLDER, 'intent.json');
}

/**
 * Makes the staged files and the entry part of the lake, or neither: after an error everything is as before. Files that the entry removes
 * are deleted afterwards. Throws LakeErrors.
 */
export function commitFiles(
  lake: string,
  {
    ledger,
    staged,
    entry,
    disk = realDisk,
  }: { readonly ledger: LedgerWriter; readonly staged: readonly StagedFile[]; readonly entry: NewEntry; readonly disk?: Disk },
): LedgerEntry {
  const number = ledger.next;
  const removed = [...(entry.removed ?? [])];
  const added: LakeFile[] = [];
  let written: LedgerEntry;
  try {
    for (const { staged: path, fingerprint: known, ...file } of staged) {
      disk.sync(path);
      added.push({ ...file, ...(known ?? fingerprint(path)) });
    }
    writeIntent(lake, { number, added: added.map(({ path }) => path), removed }, disk);
    const folders = new Set<string>();
    for (const [index, { path }] of added.entries()) {
      const target = join(lake, path);
      mkdirSync(dirname(target), { recursive: true });
      disk.rename(staged[index]?.staged ?? '', target);
      folders.add(dirname(target));
    }
    for (const folder of folders) disk.sync(folder);
    written = ledger.append({ ...entry, added });
  } catch (cause) {
    takeBack(lake, { number, added: added.map(({ path }) => path), removed: [] });
    throw writeFailure(lake, cause);
  }
  finish(lake, { number, added: [], removed });
  return written;
}

/** What a killed writer left is taken back, or finished where the ledger has its line already. `last`: the number of the ledger's last line. */
export function recover(lake: string, last: number): void {
  const path = intentPath(lake);
  if (existsSync(path)) {
    const found = intent.safeParse(jsonIn(path));
    // Half an intent: nothing had been renamed yet.
    if (found.success && found.data.number > last) takeBack(lake, found.data);
    else if (found.success) finish(lake, found.data);
  }
  rmSync(path, { force: true });
  rmSync(`${path}.tmp`, { force: true });
  rmSync(join(lake, OWN_FOLDER, 'staging'), { recursive: true, force: true });
}

function takeBack(lake: string, { number, added }: Intent): void {
  for (const each of added) rmSync(join(lake, each), { force: true });
  rmSync(stagingFolder(lake, number), { recursive: true, force: true });
  rmSync(intentPath(lake), { force: true });
}

/** The ledger has the line: what it removed goes. */
function finish(lake: string, { number, removed }: Intent): void {
  for (const each of removed) rmSync(join(lake, each), { force: true });
  rmSync(stagingFolder(lake, number), { recursive: true, force: true });
  rmSync(intentPath(lake), { force: true });
}

function writeIntent(lake: string, value: Intent, disk: Disk): void {
  const path = intentPath(lake);
  writeFileSync(`${path}.tmp`, JSON.stringify(value));
  disk.sync(`${path}.tmp`);
  disk.rename(`${path}.tmp`, path);
  disk.sync(dirname(path));
}

/** Forces a file or the names in a folder to the disk. */
function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function fingerprint(path: string): { readonly sizeBytes: number; readonly sha256: string } {
  const hash = createHash('sha256');
  const descriptor = openSync(path, 'r');
  const piece = Buffer.alloc(1024 * 1024);
  let sizeBytes = 0;
  try {
    for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece)) {
      hash.update(piece.subarray(0, count));
      sizeBytes += count;
    }
  } finally {
    closeSync(descriptor);
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
