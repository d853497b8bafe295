import type { AttrMap } from '../../../node.ts';

/** Whatever keeps data at rest, seen only as that: where it is and how its data is classed. */
export interface DataStore {
  /** Region of the provider configuration or of the resource itself. */
  readonly region: string;
  /** With the provider's default tags. */
  readonly tags: AttrMap<string>;
}
