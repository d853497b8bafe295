/** Seals a lake, keeps its heads outside of it, changes its key. */
import { appendFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '@kumomori/model';
import { dataFolder } from '../data-folder.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { Head } from '../lake/index.ts';
import { isLake, lastHead, proofOf, rotateLakeKey, sealLake as sealFolder } from '../lake/index.ts';
import type { LakeProof } from '../lake/index.ts';
import { keyFingerprint } from '../signatures/index.ts';
import { aboutSnapshots } from './snapshot-errors.ts';

export interface SealLakeOptions {
  readonly lake: string;
  /** Files the head is appended to. */
  readonly anchors: readonly string[];
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

/** Throws AppErrors. The last head is anchored also when nothing was new. */
export function sealLake({ lake, anchors, cwd, variables, language, now }: SealLakeOptions): Seal {
  const messages = messagesIn(language);
  const folder = lakeAt(lake, cwd, messages);
  const head = aboutSnapshots(messages, () => sealFolder(folder, { dataFolder: dataFolder(variables), now }));
  const kept = head ?? lastHead(folder);
  for (const file of kept ? anchors : []) keep(kept, file, cwd, messages);
  return { sealed: head && { size: head.size, root: head.root, at: head.at }, anchored: kept ? anchors : [] };
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

function keep(head: Head | null, file: string, cwd: string, messages: Messages): void {
  const path = resolve(cwd, file);
  try {
    appendFileSync(path, `${JSON.stringify(head)}\n`);
  } catch (cause) {
    throw new AppError('output-failed', {
      message: messages.live.errors['write-failed'](file, cause instanceof Error ? cause.message : ''),
      cause,
    });
  }
}

function lakeAt(lake: string, cwd: string, messages: Messages): string {
  const folder = resolve(cwd, lake);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true || !isLake(folder))
    throw new AppError('target-missing', { message: messages.integrity.cli.notALake(lake) });
  return folder;
}
