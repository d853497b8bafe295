/** kumomori.yaml: looked up, read, checked. What it says is carried out by the use-cases. */
import type { Config } from './config.ts';
import type { ReadConfigOptions } from './read-config.ts';

export { emptyConfig } from './config.ts';
export type { Config, ConfigException, ConfigExpectedDrift } from './config.ts';
export { findConfigFile, readConfigText } from './find-config.ts';

/** Text → Config; throws AppError `config-invalid`. Loads the YAML reader and the schema (70 ms) only when there is a file to read. */
export async function readConfig(text: string, options: ReadConfigOptions): Promise<Config> {
  return (await import('./read-config.ts')).readConfig(text, options);
}
