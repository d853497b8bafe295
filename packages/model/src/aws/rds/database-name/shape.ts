import type { AttrMap } from '../../../node.ts';

/** Databases of RDS and Aurora, seen only as something with a name: instances and clusters. */
export interface DatabaseName {
  readonly ownName: string | undefined;
  /** With the provider's default tags. */
  readonly tags: AttrMap<string>;
}
