/** A source → folders that can be judged: clones repositories, collects accounts. */
import { isAbsolute, join } from 'node:path';
import type { CloudProvider } from '@kumomori/model';
import type { SourceKind } from '../../store/index.ts';
import { cloneRepository, collectAccount } from '../../use-cases/index.ts';
import type { JudgeOrder } from './judge-process.ts';

export interface SourceToRead {
  readonly id: string;
  readonly kind: SourceKind;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface TargetsOptions {
  readonly source: SourceToRead;
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: unknown) => void;
}

const PROVIDERS: Partial<Readonly<Record<SourceKind, CloudProvider>>> = { aws: 'aws', azure: 'azure', gcp: 'gcp', k8s: 'kubernetes' };

/** What the judge needs beside its output. Fails with what the person who set the source up has to correct. */
export async function targetsOf(options: TargetsOptions): Promise<Omit<JudgeOrder, 'output' | 'temporaryFolder'>> {
  const { source } = options;
  const { settings } = source;
  const path = typeof settings['path'] === 'string' ? settings['path'] : '';
  const people = typeof settings['people'] === 'string' ? settings['people'] : null;
  const rest = { configFile: null, paths: settings['paths'] !== false, people };
  if (source.kind === 'code') return { ...rest, targets: [await codeFolder(path, options)] };
  if (source.kind === 'snapshot') return { ...rest, targets: [path] };
  const provider = PROVIDERS[source.kind];
  if (!provider) throw new Error(`a source of kind ${source.kind} is not scanned`);
  return { ...rest, targets: [await collected(provider, options)] };
}

async function codeFolder(path: string, { source, dataFolder }: TargetsOptions): Promise<string> {
  if (isAbsolute(path)) return path;
  const folder = join(dataFolder, 'repositories', source.id);
  const branch = source.settings['branch'];
  await cloneRepository({ url: path, branch: typeof branch === 'string' ? branch : null, folder });
  return folder;
}

/** A snapshot of its own each time: resources keep their history, and what broke off can be looked at. */
async function collected(provider: CloudProvider, { source, dataFolder, now, signal, onProgress }: TargetsOptions): Promise<string> {
  const output = join(dataFolder, 'snapshots', source.id, now().toISOString().replaceAll(':', '-').slice(0, 19));
  await collectAccount({
    ...{ provider, asked: source.settings, output, cwd: dataFolder, variables: process.env, language: 'en', now, signal },
    ...{ resume: false, keepSecrets: false, maxCalls: null, parallel: null, perSecond: null },
    onProgress: (progress) => onProgress({ phase: 'collect', ...progress }),
  });
  return output;
}
