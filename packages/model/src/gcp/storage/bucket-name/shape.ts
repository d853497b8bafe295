import type { AttrMap } from '../../../node.ts';

/** A bucket, seen only as something with a name. */
export interface StorageBucketName {
  readonly ownName: string | undefined;
  /** Its labels, with the provider's default ones. */
  readonly tags: AttrMap<string>;
}
