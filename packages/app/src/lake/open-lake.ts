/** A lake that is being written to: its folder, lock, ledger. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../write-files.ts';
import type { Lock } from '../files/index.ts';
import { takeLock } from '../files/index.ts';
import { recover } from './commit-files.ts';
import { LakeError, writeFailure } from './errors.ts';
import type { LakeFile, LedgerEntry } from './ledger.ts';
import { beginLedger, isLake, LedgerWriter, ledgerState, OWN_FOLDER, readLedger } from './ledger.ts';

/** To be closed. */
export interface OpenLake {
  readonly folder: string;
  readonly ledger: LedgerWriter;
  /** Kept up to date by `note`. */
  readonly files: ReadonlyMap<string, LakeFile>;
  readonly objects: ReadonlySet<string>;
  /** What a new entry of the ledger changes. */
  note(entry: LedgerEntry): void;
  close(): void;
}

/**
 * Takes the folder for itself, makes a new lake of an empty one, and takes back what a killed writer left. Throws LakeErrors; `missing` for a folder
 * that holds something else, or for one that is no lake where `mayBegin` is false.
 */
export function openLake(folder: string, { mayBegin }: { readonly mayBegin: boolean }): OpenLake {
  if (!isLake(folder)) {
    const isFree = !existsSync(folder) || readdirSync(folder).every((name) => name === OWN_FOLDER);
    if (!mayBegin || !isFree) throw new LakeError('missing', folder);
  }
  let lock: Lock;
  try {
    makeFolder(join(folder, OWN_FOLDER));
    // From now on the folder is a lake, also when the first batch is cut short.
    if (!isLake(folder)) beginLedger(folder);
    lock = takeLock(join(folder, OWN_FOLDER, 'lock'));
  } catch (cause) {
    throw writeFailure(folder, cause);
  }
  if (lock.kind === 'held') throw new LakeError('in-use', lock.holder);
  try {
    const entries = readLedger(folder);
    recover(folder, entries.length);
    const state = ledgerState(entries);
    const files = new Map(state.files);
    const objects = new Set(state.objects);
    return {
      folder,
      ledger: new LedgerWriter(folder, state.last),
      files,
      objects,
      note(entry) {
        for (const path of entry.removed) files.delete(path);
        for (const file of entry.added) files.set(file.path, file);
        for (const { sha256 } of entry.objects) objects.add(sha256);
      },
      close: lock.release,
    };
  } catch (cause) {
    lock.release();
    throw cause;
  }
}
