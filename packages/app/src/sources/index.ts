/** Where logs come from besides files: buckets, containers, queues, files that grow. Gives objects as files; what they mean is others'. */
export type { Ending, Followed } from './follow.ts';
export type { LogSources } from './log-sources.ts';
export { openSources } from './log-sources.ts';
export type { SourceOptions } from './options.ts';
export { cloudOptions, failureText } from './stores.ts';
export { parquetText } from './parquet.ts';
export type { ListedObject } from './spool.ts';
