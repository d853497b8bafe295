/** Reading folders of code from disk: listing, decoding, limits. No parsing. */
export { decode } from './decode.ts';
export { MAX_FILE_BYTES, emptyDiskTree, openDiskTree } from './disk-tree.ts';
export type { DiskTree } from './disk-tree.ts';
export { keepHeapSmall } from './heap.ts';
export type { Lock } from './lock.ts';
export { takeLock } from './lock.ts';
export { withFiles } from './overlay-tree.ts';
