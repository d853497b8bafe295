/** What does not fit into memory lies in a temporary file. Knows nothing of findings. */
export { mergeSorted } from './merge-sorted.ts';
export { sortLines } from './sort-lines.ts';
export { SpoolError, SpoolFile } from './spool-file.ts';
export type { SpoolTrouble, Stretch } from './spool-file.ts';
