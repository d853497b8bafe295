/** Limits that keep hostile text from exhausting stack, memory or time. */

/** Blocks, brackets, calls and interpolations inside one another. Real modules stay below 30. */
export const MAX_DEPTH = 256;

/** Height of one expression tree; long operator or traversal chains count too, so that recursive readers of the tree are safe. */
export const MAX_TREE_HEIGHT = 1024;

/** Text larger than this is not read (generated files; hand-written Terraform files are below 1 MiB). */
export const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

/** After this many a file's diagnostics say nothing new. */
export const MAX_DIAGNOSTICS = 50;
