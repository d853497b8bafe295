/** What lies below `raw/`. Symbolic links are never followed: a snapshot may come from anywhere. */
import type { Dirent } from 'node:fs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudProvider } from '@kumomori/model';
import { RAW, decodePart, isProvider } from './names.ts';

export interface SnapshotAccount {
  readonly provider: CloudProvider;
  readonly account: string;
  /** `global` among them. */
  readonly regions: readonly string[];
}

function entries(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** Names of the folders in a folder, sorted; empty when it cannot be read. */
export function foldersIn(path: string): readonly string[] {
  return entries(path).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** Whose answers there are. */
export function accountsIn(folder: string): readonly SnapshotAccount[] {
  return foldersIn(join(folder, RAW)).flatMap((provider) =>
    isProvider(provider)
      ? foldersIn(join(folder, RAW, provider)).map((account) => ({
          provider,
          account: decodePart(account),
          regions: foldersIn(join(folder, RAW, provider, account)).map(decodePart),
        }))
      : [],
  );
}

export interface RawFile {
  /** Relative to the snapshot, with forward slashes. */
  readonly path: string;
  /** A link, socket or the like: never read. */
  readonly isOther: boolean;
}

/** Everything below `raw/` that is no folder, deepest limit 8. */
export function* rawFiles(folder: string, path: string = RAW, depth = 0): Generator<RawFile> {
  for (const entry of entries(join(folder, path))) {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory() && depth < 8) yield* rawFiles(folder, below, depth + 1);
    else yield { path: below, isOther: !entry.isFile() };
  }
}
