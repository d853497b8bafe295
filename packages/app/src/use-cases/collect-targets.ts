/** `scan aws`: live accounts among the TARGETs are collected first, and the snapshot takes their place. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CloudProvider, Language } from '@kumomori/model';
import { dataFolder } from '../data-folder.ts';
import type { CollectOptions } from './collect-account.ts';
import { liveTargets } from './targets.ts';

export interface CollectTargetsOptions {
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly now: () => Date;
  readonly onProgress?: NonNullable<CollectOptions['onProgress']>;
  readonly signal?: AbortSignal;
}

/**
 * The TARGETs with each of `aws`, `azure`, `gcp`, `k8s` replaced by the folder of a fresh snapshot below the data folder. A folder or file of
 * that name goes first. Throws AppError when nobody can be asked.
 */
export async function collectTargets(targets: readonly string[], options: CollectTargetsOptions): Promise<readonly string[]> {
  const collected: string[] = [];
  for (const target of targets) {
    const provider = liveTargets.get(target);
    const isLive = provider !== undefined && !existsSync(resolve(options.cwd, target));
    collected.push(isLive ? await collectOne(provider, options) : target);
  }
  return collected;
}

async function collectOne(provider: CloudProvider, options: CollectTargetsOptions): Promise<string> {
  const { cwd, variables, language, now, onProgress, signal } = options;
  const moment = now().toISOString().replaceAll(':', '-').slice(0, 19);
  const output = join(dataFolder(variables), 'snapshots', `${provider}-${moment}Z`);
  // The collectors are loaded for live accounts only.
  const { collectAccount } = await import('./collect-account.ts');
  await collectAccount({
    provider,
    asked: provider === 'kubernetes' ? { environment: variables } : {},
    output,
    cwd,
    variables,
    language,
    now,
    resume: false,
    keepSecrets: false,
    maxCalls: null,
    parallel: null,
    perSecond: null,
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });
  return output;
}
