import type { AttrMap } from '../../../node.ts';

/** Whatever carries labels, seen only as that: one of the resource types an owner must be found for. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface LabeledResource {
  /** With the provider's default labels. */
  readonly labels: AttrMap<string>;
}
