import type { AttrMap } from '../../../node.ts';

/** Whatever keeps data at rest, seen only as that: where it is and how its data is classed. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface GcpDataStore {
  /** Region, zone, dual-region or multi-region, lower case. */
  readonly location: string;
  /** With the provider's default labels. */
  readonly labels: AttrMap<string>;
}
