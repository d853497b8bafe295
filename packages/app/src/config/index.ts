/** kumomori.yaml: looked up, read, checked. What it says is carried out by the use-cases. */
export { emptyConfig } from './config.ts';
export type { Config, ConfigException } from './config.ts';
export { findConfigFile, readConfigText } from './find-config.ts';
export { readConfig } from './read-config.ts';
