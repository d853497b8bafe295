/** kumomori.yaml: looked up, read, checked. What it says is carried out by the use-cases. */
import type { Framework } from '@kumomori/model';
import type { Config } from './config.ts';
import type { FrameworkFileOptions } from './framework-file.ts';
import type { WrittenAnswer } from './manual-answers.ts';
import type { ReadConfigOptions } from './read-config.ts';
import type { WrittenFile } from './written.ts';

export { emptyConfig } from './config.ts';
export type { Config, ConfigException, ConfigExpectedDrift } from './config.ts';
export { findConfigFile, readConfigText } from './find-config.ts';

/** Text → Config; throws AppError `config-invalid`. Loads the YAML reader and the schema (70 ms) only when there is a file to read. */
export async function readConfig(text: string, options: ReadConfigOptions): Promise<Config> {
  return (await import('./read-config.ts')).readConfig(text, options);
}

/** Folders of checks that a text of kumomori.yaml names. What is wrong with the text is said when it is read as a whole. */
export async function readCheckFolders(text: string): Promise<readonly string[]> {
  if (!/^checks\s*:/m.test(text)) return [];
  return (await import('./check-folders.ts')).readCheckFolders(text);
}

/** Files of frameworks that the text of kumomori.yaml names; none when it is no such text, which its reader complains about. */
export async function readFrameworkFiles(text: string): Promise<readonly string[]> {
  return (await import('./check-folders.ts')).readFrameworkFiles(text);
}

/** A framework of the user's own. Throws AppError `config-missing` and `config-invalid`. */
export async function readFrameworkFile(options: FrameworkFileOptions): Promise<Framework> {
  return (await import('./framework-file.ts')).readFrameworkFile(options);
}

/** Answers to controls of a framework, by number. Throws AppError `config-missing` and `config-invalid`. */
export async function readManualAnswers(controls: readonly string[], file: WrittenFile): Promise<ReadonlyMap<string, WrittenAnswer>> {
  return (await import('./manual-answers.ts')).readManualAnswers(controls, file);
}
