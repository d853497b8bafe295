/** Whether the files of a snapshot are those that its manifest lists. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SnapshotManifest } from '@kumomori/model';
import { systemCode } from './errors.ts';
import { rawFiles } from './folder.ts';

export interface SnapshotProblem {
  readonly path: string;
  /** `link`: something that is no file lies where files belong. */
  readonly kind: 'changed' | 'missing' | 'added' | 'unreadable' | 'link';
}

export interface SnapshotCheck {
  /** False: the manifest lists no hashes, since the collection was not finished, or there is no manifest. */
  readonly isSealed: boolean;
  readonly files: number;
  /** Sorted by path. */
  readonly problems: readonly SnapshotProblem[];
}

/** O(bytes), with the memory of one buffer. */
export async function verifySnapshot(folder: string, manifest: SnapshotManifest | null): Promise<SnapshotCheck> {
  const listed = new Map(Object.entries(manifest?.files ?? {}));
  const isSealed = manifest !== null && (manifest.finishedAt !== null || listed.size > 0);
  const problems: SnapshotProblem[] = [];
  let files = 0;
  for (const { path, isOther } of rawFiles(folder)) {
    files += 1;
    const expected = listed.get(path);
    listed.delete(path);
    if (isOther) problems.push({ path, kind: 'link' });
    else if (isSealed && expected === undefined) problems.push({ path, kind: 'added' });
    else if (isSealed) {
      const hash = await hashOf(join(folder, path));
      if (hash !== expected) problems.push({ path, kind: hash === null ? 'unreadable' : 'changed' });
    }
  }
  for (const path of listed.keys()) problems.push({ path, kind: 'missing' });
  return { isSealed, files, problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** SHA-256 of a file; null when it cannot be read. */
export async function hashOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    await pipeline(handle.createReadStream(), hash);
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return null;
  }
  return hash.digest('hex');
}
