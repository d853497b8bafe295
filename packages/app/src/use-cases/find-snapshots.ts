/** Snapshot folders below a folder. */
import type { Dirent } from 'node:fs';
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { SnapshotManifest } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import type { Snapshot } from '../snapshots/index.ts';
import { isSnapshotFolder, openSnapshot } from '../snapshots/index.ts';
import { aboutSnapshots, explained } from './snapshot-errors.ts';

const MAX_DEPTH = 4;
const MAX_FOLDERS = 10_000;

export interface FoundSnapshot {
  /** As the user would write it: relative to the working folder. */
  readonly folder: string;
  readonly snapshot: Snapshot | null;
  /** Why it cannot be read. */
  readonly problem: string | null;
}

export interface FindOptions {
  readonly cwd: string;
  readonly messages: Messages;
}

/** The folder itself when it is one, else those below it; sorted by when they were begun. Throws AppError `snapshot-missing` for none. */
export function findSnapshots(folder: string, { cwd, messages }: FindOptions): readonly FoundSnapshot[] {
  const root = resolve(cwd, folder);
  const found: FoundSnapshot[] = [];
  let looked = 0;
  const visit = (path: string, depth: number): void => {
    looked += 1;
    if (looked > MAX_FOLDERS) return;
    if (isSnapshotFolder(path)) found.push(opened(path, shownAs(path, cwd), messages));
    else if (depth < MAX_DEPTH) for (const name of foldersIn(path)) visit(join(path, name), depth + 1);
  };
  visit(root, 0);
  if (found.length === 0) throw new AppError('snapshot-missing', { message: messages.live.snapshot.none(folder) });
  return found.sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.folder, b.folder));
}

/** One snapshot, named by the user. Throws AppErrors. */
export function openNamed(folder: string, { cwd, messages }: FindOptions): Snapshot {
  return aboutSnapshots(messages, () => openSnapshot(resolve(cwd, folder)));
}

function opened(path: string, folder: string, messages: Messages): FoundSnapshot {
  try {
    return { folder, snapshot: openSnapshot(path), problem: null };
  } catch (error) {
    const said = explained(error, messages);
    if (said instanceof AppError) return { folder, snapshot: null, problem: said.message };
    throw error;
  }
}

function foldersIn(path: string): readonly string[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) =>
    entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules' ? [entry.name] : [],
  );
}

function shownAs(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return shown === '' ? '.' : shown.startsWith('..') ? path : shown;
}

/** A snapshot without a manifest goes last: nobody knows when it was made. */
function startOf({ snapshot }: FoundSnapshot): string {
  return snapshot?.manifest?.startedAt ?? '~';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** When a snapshot shows the account as it was. */
export function timeOf(manifest: SnapshotManifest | null): string | null {
  return manifest?.startedAt ?? null;
}
