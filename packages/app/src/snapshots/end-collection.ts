/** The end of a collection: its files are made small and hashed, its manifest says what became of it. */
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CoverageGap, SnapshotManifest } from '@kumomori/model';
import type { SnapshotWriterOptions } from './begin-collection.ts';
import { emptyManifest } from './begin-collection.ts';
import { compactFile } from './compact.ts';
import { SnapshotError } from './errors.ts';
import { rawFiles } from './folder.ts';
import { placeOf } from './names.ts';
import { hashOf } from './verify.ts';

/** What only the end of a collection knows. */
export interface CollectionEnd extends Pick<SnapshotManifest, 'principals' | 'scopes' | 'gaps' | 'calls'> {
  /** Null: it was stopped, and can be resumed. */
  readonly finishedAt: string | null;
}

export interface SealedFiles {
  /** SHA-256 by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Records by `provider:service:operation`, of the files that are not sealed since earlier. */
  readonly records: ReadonlyMap<string, number>;
}

/** Hashes all files. What was sealed before and not written to since keeps its hash: whoever changed it is found out. */
export async function sealFiles(
  folder: string,
  { sealed, touched }: { readonly sealed: Readonly<Record<string, string>>; readonly touched: ReadonlySet<string> },
): Promise<SealedFiles> {
  const files: Record<string, string> = {};
  const records = new Map<string, number>();
  for (const { path, isOther } of rawFiles(folder)) {
    const known = touched.has(path) ? undefined : sealed[path];
    const place = placeOf(path);
    if (known !== undefined) files[path] = known;
    if (known !== undefined || isOther || !place) continue;
    const call = `${place.provider}:${place.service}:${place.operation}`;
    records.set(call, (records.get(call) ?? 0) + compactFile(folder, path));
    const hash = await hashOf(join(folder, path));
    if (hash === null) throw new SnapshotError('read-failed', join(folder, path));
    files[path] = hash;
    await breathe();
  }
  return { files, records };
}

export interface EndOptions extends SnapshotWriterOptions {
  readonly earlier: SnapshotManifest | null;
  /** Gaps of earlier that this collection has not come to. */
  readonly oldGaps: readonly CoverageGap[];
}

/** What was there and what came, as one manifest. */
export function endManifest(end: CollectionEnd, { files, records }: SealedFiles, options: EndOptions): SnapshotManifest {
  const { provider, earlier, oldGaps, tool, base } = options;
  const kept = (earlier?.principals ?? []).filter((each) => each.provider !== provider || end.principals.length === 0);
  const calls = new Map(Object.entries(earlier?.calls ?? {}));
  for (const [call, made] of Object.entries(end.calls)) calls.set(call, (calls.get(call) ?? 0) + made);
  // A collection that was killed could not say how many calls it made; its records can.
  // Of records that were taken from an earlier snapshot no call was made.
  if (!base) for (const [call, found] of records) calls.set(call, Math.max(calls.get(call) ?? 0, found));
  return {
    ...(earlier ?? emptyManifest(options)),
    tool,
    finishedAt: end.finishedAt,
    principals: [...kept, ...end.principals],
    scopes: mergedScopes([...(base?.scopes ?? []), ...(earlier?.scopes ?? []), ...end.scopes]),
    calls: sorted(calls),
    gaps: [...new Map([...(base?.gaps ?? []), ...oldGaps, ...end.gaps].map((gap) => [gapKey(gap), gap])).values()],
    files: sorted(Object.entries(files)),
    ...(base && { basedOn: base.basedOn }),
  };
}

/** Gaps about the same call are one. */
export function gapKey({ scope, operation }: Pick<CoverageGap, 'scope' | 'operation'>): string {
  return `${scope} ${operation}`;
}

function sorted<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Scope = SnapshotManifest['scopes'][number];

function mergedScopes(scopes: readonly Scope[]): readonly Scope[] {
  const merged = new Map<string, Scope>();
  for (const scope of scopes) {
    const key = `${scope.provider}:${scope.account}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...scope, regions: [...new Set([...known.regions, ...scope.regions])] } : scope);
  }
  return [...merged.values()];
}
