import type { IamBinding } from '../../iam/index.ts';

/** A service account. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ServiceAccount {
  /** Addresses of the keys that the code makes or uploads. */
  readonly keys: readonly string[];
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
