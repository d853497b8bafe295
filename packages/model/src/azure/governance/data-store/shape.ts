import type { AttrMap } from '../../../node.ts';

/** Whatever keeps data at rest, seen only as that: where it is and how its data is classed. */
export interface DataStore {
  /** `japaneast`, `Japan East` … */
  readonly region: string;
  readonly tags: AttrMap<string>;
}
