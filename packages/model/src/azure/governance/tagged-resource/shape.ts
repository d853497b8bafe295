import type { AttrMap } from '../../../node.ts';

/** Whatever carries tags, seen only as that: one of the resource types an owner must be found for. */
export interface TaggedResource {
  readonly tags: AttrMap<string>;
}
