/** The beginning of a collection: whether a folder may take it, and what lies there already. */
import { chmodSync, readFileSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudProvider, SnapshotManifest } from '@kumomori/model';
import { makeFolder as makeFolders } from '../write-files.ts';
import type { Base } from './base.ts';
import { DRAFT } from './compact.ts';
import { SnapshotError, systemCode, writeError } from './errors.ts';
import { foldersIn } from './folder.ts';
import { LOCK, lockFolder } from './lock.ts';
import { MANIFEST, readManifest, writeManifest, writeWhole } from './manifest.ts';
import { RAW, isProvider } from './names.ts';

/** Lies in the folder while a collection is unfinished and names its cloud: a snapshot may hold several. */
const MARK = '.unfinished';

export interface SnapshotWriterOptions {
  readonly provider: CloudProvider;
  readonly tool: SnapshotManifest['tool'];
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly redaction: SnapshotManifest['redaction'];
  /** Go on with what lies in the folder; an empty folder is fine too. */
  readonly resume: boolean;
  /** The snapshot that this one goes on from. */
  readonly base?: Base;
}

export interface Begun {
  /** The manifest that lay there. */
  readonly earlier: SnapshotManifest | null;
  /** Brings back what lay there. */
  readonly restore: () => void;
  /** The collection has reached its end. */
  readonly unmark: () => void;
  /** Lets go of the folder. */
  readonly release: () => void;
}

/** Takes the folder and says in it that a collection is under way. Throws SnapshotError. */
export function beginCollection(folder: string, options: SnapshotWriterOptions): Begun {
  const isMade = makeFolder(folder);
  const unlock = lockFolder(folder);
  const release = (): void => {
    unlock();
    if (isMade && readdirSync(folder).length === 0) rmdirSync(folder);
  };
  const unmark = (): void => rmSync(join(folder, MARK), { force: true });
  try {
    const earlier = earlierManifest(folder, options);
    rmSync(join(folder, DRAFT), { force: true });
    const marked = markedProvider(folder);
    writeWhole(join(folder, MARK), options.provider);
    writeManifest(folder, earlier ? { ...earlier, finishedAt: null } : emptyManifest(options));
    const restore = (): void => {
      if (marked === null) unmark();
      if (earlier) writeManifest(folder, earlier);
      else rmSync(join(folder, MANIFEST), { force: true });
    };
    return { earlier, restore, unmark, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** True when it was not there before. */
function makeFolder(folder: string): boolean {
  try {
    const isMade = makeFolders(folder, { mode: 0o700 });
    if (isMade) chmodSync(folder, 0o700);
    return isMade;
  } catch (cause) {
    throw systemCode(cause) === 'EEXIST' ? new SnapshotError('occupied', folder, { cause }) : writeError(folder, cause);
  }
}

/** Of a collection that has asked nothing yet. */
export function emptyManifest({ tool, startedAt, redaction }: SnapshotWriterOptions): SnapshotManifest {
  const nothing = { principals: [], scopes: [], calls: {}, gaps: [], files: {} };
  return { schemaVersion: '1', tool, startedAt, finishedAt: null, ...nothing, redaction };
}

/** What lies in the folder, when a collection may go on there; null when nothing does. */
function earlierManifest(folder: string, { provider, redaction, resume }: SnapshotWriterOptions): SnapshotManifest | null {
  const names = readdirSync(folder).filter((name) => ![LOCK, DRAFT, MARK].includes(name) && !name.endsWith('.tmp'));
  if (names.length === 0) return null;
  const manifest = readManifest(folder);
  const providers = foldersIn(join(folder, RAW));
  if (!manifest && (providers.length === 0 || !resume)) throw new SnapshotError('occupied', folder);
  const isUnfinished = manifest?.finishedAt === null;
  const [only] = providers;
  const stopped = markedProvider(folder) ?? (providers.length === 1 && isProvider(only) ? only : provider);
  if (isUnfinished && (!resume || stopped !== provider)) throw new SnapshotError('unfinished', folder, { detail: stopped });
  if (!isUnfinished && !resume && providers.includes(provider)) throw new SnapshotError('occupied', folder);
  if (manifest && manifest.redaction !== redaction) throw new SnapshotError('redaction-differs', folder, { detail: manifest.redaction });
  return manifest;
}

/** Which cloud an unfinished collection asks; null when nothing says so. */
function markedProvider(folder: string): CloudProvider | null {
  try {
    const text = readFileSync(join(folder, MARK), 'utf8').slice(0, 100);
    return isProvider(text) ? text : null;
  } catch {
    return null;
  }
}
