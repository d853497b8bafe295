import type { IamBinding } from '../../iam/index.ts';

/** A key ring; roles on it hold for all of its keys. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface KeyRing {
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
