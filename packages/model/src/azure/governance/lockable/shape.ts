import type { AttrMap } from '../../../node.ts';

/** A resource whose deletion loses data, and whether a lock guards it. Source: Azure Resource Manager documentation "Lock your resources", read 2026-11-22. */
export interface Lockable {
  /** A lock at the resource or at its resource group in this code. */
  readonly isLocked: boolean;
  readonly tags: AttrMap<string>;
}
