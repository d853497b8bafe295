/** Deletes what a snapshot holds of an account. */
import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudProvider, SnapshotManifest } from '@kumomori/model';
import { cloudProviders } from '@kumomori/model';
import { writeError } from './errors.ts';
import { rawFiles } from './folder.ts';
import { linesOf } from './lines.ts';
import { lockFolder } from './lock.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { RAW, encodePart } from './names.ts';
import { hashOf } from './verify.ts';

export interface ErasedFile {
  readonly path: string;
  /** Null for what was no readable file: a link is removed, not followed. */
  readonly sha256: string | null;
  readonly bytes: number;
}

export interface Erasure {
  readonly files: readonly ErasedFile[];
  /** Of the manifest as it was written anew; null when there is none. */
  readonly manifestSha256: string | null;
  /** Answers of other accounts that name this one (a trust, a list of accounts): they are not its data, and stay. */
  readonly mentions: readonly { readonly path: string; readonly lines: number }[];
}

/** Whether a snapshot holds anything of the account. */
export function holdsAccount(folder: string, account: string): boolean {
  const isScope = (readManifest(folder)?.scopes ?? []).some((scope) => scope.account === account);
  return isScope || providersOf(folder, account).length > 0;
}

/** Null when it holds nothing. With `isTrial` nothing is deleted. Throws SnapshotError. */
export async function eraseAccount(folder: string, account: string, { isTrial }: { readonly isTrial: boolean }): Promise<Erasure | null> {
  if (!holdsAccount(folder, account)) return null;
  const release = isTrial ? (): void => {} : lockFolder(folder);
  try {
    const files: ErasedFile[] = [];
    for (const provider of providersOf(folder, account)) {
      const below = `${RAW}/${provider}/${encodePart(account)}`;
      for (const { path, isOther } of rawFiles(folder, below)) files.push(await fileOf(folder, path, isOther));
      if (!isTrial) remove(join(folder, below));
    }
    const manifest = readManifest(folder);
    const manifestSha256 = manifest && !isTrial ? writeManifest(folder, without(manifest, account)) : null;
    return { files, manifestSha256, mentions: mentionsOf(folder, account) };
  } finally {
    release();
  }
}

/** Clouds under which there is a folder of the account: a real one, on the way no link. */
function providersOf(folder: string, account: string): readonly CloudProvider[] {
  const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder(join(folder, RAW))) return [];
  return cloudProviders.filter(
    (provider) => isFolder(join(folder, RAW, provider)) && isFolder(join(folder, RAW, provider, encodePart(account))),
  );
}

async function fileOf(folder: string, path: string, isOther: boolean): Promise<ErasedFile> {
  const file = join(folder, path);
  const bytes = lstatSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return { path, sha256: isOther ? null : await hashOf(file), bytes };
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (cause) {
    throw writeError(path, cause);
  }
}

/** Counts of calls stay: they tell nothing of the account. */
function without(manifest: SnapshotManifest, account: string): SnapshotManifest {
  const isOwn = (scope: string): boolean => cloudProviders.some((provider) => `${scope}:`.startsWith(`${provider}:${account}:`));
  const isBelow = (path: string): boolean =>
    cloudProviders.some((provider) => path.startsWith(`${RAW}/${provider}/${encodePart(account)}/`));
  return {
    ...manifest,
    principals: manifest.principals.filter(({ principal }) => !principal.includes(account)),
    scopes: manifest.scopes.filter((scope) => scope.account !== account),
    gaps: manifest.gaps.filter((gap) => !isOwn(gap.scope)),
    files: Object.fromEntries(Object.entries(manifest.files).filter(([path]) => !isBelow(path))),
  };
}

/** O(bytes of the snapshot). */
function mentionsOf(folder: string, account: string): Erasure['mentions'] {
  const mentions: Erasure['mentions'][number][] = [];
  const own = encodePart(account);
  for (const { path, isOther } of rawFiles(folder)) {
    if (isOther || path.split('/')[2] === own) continue;
    let lines = 0;
    for (const { text } of linesOf(join(folder, path), () => {})) if (text.includes(account)) lines += 1;
    if (lines > 0) mentions.push({ path, lines });
  }
  return mentions;
}
