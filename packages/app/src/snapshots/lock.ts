/** One collection at a time in a folder. */
import { join } from 'node:path';
import type { Lock } from '../files/index.ts';
import { takeLock } from '../files/index.ts';
import { SnapshotError, writeError } from './errors.ts';

export const LOCK = '.lock';

/** Takes the folder; the result gives it back. What a killed process left is taken over. Throws SnapshotError `in-use`. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, LOCK);
  let lock: Lock;
  try {
    lock = takeLock(path);
  } catch (cause) {
    throw writeError(path, cause);
  }
  if (lock.kind === 'held') throw new SnapshotError('in-use', folder, { detail: lock.holder });
  return lock.release;
}
