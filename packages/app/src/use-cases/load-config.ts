import { dirname, resolve } from 'node:path';
import type { Catalogue } from '../catalogue/index.ts';
import type { Config } from '../config/index.ts';
import { emptyConfig, findConfigFile, readConfig, readConfigText } from '../config/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import type { ScanOptions } from './scan-options.ts';
import type { TargetFolder } from './targets.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** Where it lies, absolute; null when there is no file. */
  readonly folder: string | null;
}

export interface LoadConfigContext {
  readonly located: readonly TargetFolder[];
  readonly catalogue: Catalogue;
  readonly messages: Messages;
}

/** The given file, else the first kumomori.yaml in a TARGET or the working folder. Throws AppError `config-missing`, `config-invalid`. */
export async function loadConfig(
  { configFile = null, cwd, opened }: Pick<ScanOptions, 'configFile' | 'cwd' | 'opened'>,
  { located, catalogue, messages }: LoadConfigContext,
): Promise<LoadedConfig> {
  const path = configFile === null ? findConfigFile([...located.map((each) => each.folder), cwd], opened) : resolve(cwd, configFile);
  if (path === null) return { config: emptyConfig, folder: null };
  const text = opened?.get(path) ?? readConfigText(path, configFile !== null);
  const file = configFile ?? displayPath(path, located, cwd);
  if (text === null) throw new AppError('config-missing', { message: messages.config.unreadable(file) });
  return { config: await readConfig(text, { file, catalogue, messages }), folder: dirname(path) };
}

/** Relative to the TARGET it lies in or to the working folder, as the user would write it. */
function displayPath(path: string, located: readonly TargetFolder[], cwd: string): string {
  const folder = [...located.map((each) => each.folder), cwd].find((each) => path.startsWith(`${each}/`));
  return folder === undefined ? path : path.slice(folder.length + 1);
}
