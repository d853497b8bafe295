import type { AttrMap } from '../../../node.ts';

/** A Cloud SQL instance, seen only as something with a name. */
export interface SqlInstanceName {
  readonly ownName: string | undefined;
  /** Its labels, with the provider's default ones. */
  readonly tags: AttrMap<string>;
}
