import type { AttrMap } from '../../../node.ts';

/** Metadata that every machine of a project has: the whole map, or one item. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ProjectMetadata {
  /** One key alone; nothing is said about others. */
  readonly isItem: boolean;
  /** Of an item. */
  readonly key: string | undefined;
  readonly metadata: AttrMap<string>;
}
