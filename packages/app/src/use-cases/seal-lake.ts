/** Seals a lake, keeps its heads outside of it, changes its key. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@kumomori/model';
import { dataFolder } from '../data-folder.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { isLake, lastHead, proofOf, rotateLakeKey, sealLake as sealFolder } from '../lake/index.ts';
import type { LakeProof } from '../lake/index.ts';
import { keyFingerprint } from '../signatures/index.ts';
import { cloudOptions } from '../sources/index.ts';
import { keepHead } from './lake-anchors.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

export interface SealLakeOptions {
  readonly lake: string;
  /** Files, `git:FOLDER`, `s3://BUCKET/PREFIX`, addresses of time-stamping authorities. */
  readonly anchors: readonly string[];
  /** Of objects in a bucket with Object Lock. */
  readonly retainDays?: number | null;
  readonly retainMode?: 'compliance' | 'governance' | null;
  readonly endpoint?: string | null;
  readonly region?: string | null;
  readonly signal?: AbortSignal;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly now: () => Date;
}

export interface Seal {
  /** Null: nothing was new. */
  readonly sealed: { readonly size: number; readonly root: string; readonly at: string } | null;
  readonly anchored: readonly string[];
}

/** A year: a bucket's own rules may keep it longer. */
const RETAIN_DAYS = 365;

/** Throws AppErrors. The last head is anchored also when nothing was new. */
export async function sealLake({ lake, anchors, cwd, variables, language, now, ...more }: SealLakeOptions): Promise<Seal> {
  const messages = messagesIn(language);
  const folder = lakeAt(lake, cwd, messages);
  const head = aboutSnapshots(messages, () => sealFolder(folder, { dataFolder: dataFolder(variables), now }));
  const kept = head ?? lastHead(folder);
  const options = {
    ...{ lake: folder, cwd, messages, now, signal: more.signal ?? new AbortController().signal },
    cloud: cloudOptions({ variables, endpoint: more.endpoint ?? null, region: more.region ?? null }),
    ...{ retainDays: more.retainDays ?? RETAIN_DAYS, retainMode: more.retainMode ?? 'compliance' },
  };
  const anchored: string[] = [];
  for (const where of kept ? anchors : []) if (kept) anchored.push(await keepHead(kept, where, options));
  return { sealed: head && { size: head.size, root: head.root, at: head.at }, anchored };
}

/** After every change of a lake that is sealed at all; the first seal is the operator's. Throws AppErrors. */
export function sealAgain(folder: string, { variables, language, now }: Pick<SealLakeOptions, 'variables' | 'language' | 'now'>): void {
  if (lastHead(folder)) aboutSnapshots(messagesIn(language), () => sealFolder(folder, { dataFolder: dataFolder(variables), now }));
}

/** Fingerprint of the key that signs from now on. Throws AppErrors. */
export function changeLakeKey({ lake, cwd, variables, language, now }: Omit<SealLakeOptions, 'anchors'>): string {
  const messages = messagesIn(language);
  const folder = lakeAt(lake, cwd, messages);
  const head = aboutSnapshots(messages, () => rotateLakeKey(folder, { dataFolder: dataFolder(variables), now }));
  return (head?.nextKey && keyFingerprint(head.nextKey)) ?? '';
}

/** That a file of the lake is what was written: its entry, the way up to a signed head. Throws AppErrors. */
export function proveLakeFile(path: string, { lake, cwd, language }: Pick<SealLakeOptions, 'lake' | 'cwd' | 'language'>): LakeProof {
  const messages = messagesIn(language);
  const proof = proofOf(lakeAt(lake, cwd, messages), path);
  if (!proof) throw new AppError('target-missing', { message: messages.integrity.cli.notInLake(path) });
  return proof;
}

function lakeAt(lake: string, cwd: string, messages: Messages): string {
  const folder = resolve(cwd, lake);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true || !isLake(folder))
    throw new AppError('target-missing', { message: messages.integrity.cli.notALake(lake) });
  return folder;
}
