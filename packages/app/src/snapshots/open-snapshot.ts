/** A snapshot folder for readers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudProvider, Diagnostic, RecordedCalls, SnapshotManifest } from '@kumomori/model';
import { SnapshotError } from './errors.ts';
import type { SnapshotAccount } from './folder.ts';
import { accountsIn, foldersIn, rawFiles } from './folder.ts';
import { MANIFEST, readManifest } from './manifest.ts';
import { RAW, encodePart, placeOf } from './names.ts';
import { recordedCallsOf } from './recorded-calls.ts';
import type { SnapshotCheck } from './verify.ts';
import { verifySnapshot } from './verify.ts';

export interface Snapshot {
  readonly folder: string;
  /** Null: answers without a manifest, of a collection that was killed or of another tool. */
  readonly manifest: SnapshotManifest | null;
  /** False when the collection was stopped before its end, or nothing says that it was not. */
  readonly isFinished: boolean;
  /** What could not be read, so far: grows while records are read. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whose answers there are, sorted by provider and account. */
  accounts(): readonly SnapshotAccount[];
  /** Reads lazily and never throws for what a file holds. Keep it no longer than the account is looked at. */
  recordedCalls(provider: CloudProvider, account: string): RecordedCalls;
  verify(): Promise<SnapshotCheck>;
}

/** Whether a folder looks like a snapshot: it has a manifest of one, or answers where answers belong. */
export function isSnapshotFolder(folder: string): boolean {
  if (existsSync(join(folder, MANIFEST))) return existsSync(join(folder, RAW)) || looksLikeManifest(folder);
  for (const { path } of rawFiles(folder)) if (placeOf(path)) return true;
  return false;
}

/** A collection that has not been answered yet. Other tools have manifests too. */
function looksLikeManifest(folder: string): boolean {
  try {
    return readManifest(folder) !== null;
  } catch {
    return false;
  }
}

/** Throws SnapshotError `missing`, `manifest-invalid`, `manifest-newer`. */
export function openSnapshot(folder: string): Snapshot {
  const manifest = readManifest(folder);
  if (!manifest && accountsIn(folder).length === 0) throw new SnapshotError('missing', folder);
  const diagnostics: Diagnostic[] = [];
  return {
    folder,
    manifest,
    isFinished: manifest !== null && manifest.finishedAt !== null,
    diagnostics,
    accounts: () => accountsIn(folder),
    recordedCalls(provider, account) {
      const regionParts = foldersIn(join(folder, RAW, provider, encodePart(account)));
      const partition = provider === 'aws' ? partitionOf(account, regionParts, manifest) : '';
      const report = (each: Diagnostic): void => void diagnostics.push(each);
      const isUnfinished = manifest === null || manifest.finishedAt === null;
      return { ...recordedCallsOf({ folder, provider, account, partition, regionParts, report }), isUnfinished };
    },
    verify: async () => await verifySnapshot(folder, manifest),
  };
}

function partitionOf(account: string, regions: readonly string[], manifest: SnapshotManifest | null): string {
  const scope = manifest?.scopes.find((each) => each.provider === 'aws' && each.account === account);
  const known = [...regions, ...(scope?.regions ?? [])];
  if (known.some((region) => region.startsWith('cn-'))) return 'aws-cn';
  if (known.some((region) => region.startsWith('us-gov-'))) return 'aws-us-gov';
  const principal = manifest?.principals.find((each) => each.provider === 'aws')?.principal;
  return /^arn:(aws[a-z-]*):/.exec(principal ?? '')?.[1] ?? 'aws';
}
