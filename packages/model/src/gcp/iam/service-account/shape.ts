import type { IamBinding } from '../../iam/index.ts';

/** A service account. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ServiceAccount {
  /** Default false. */
  readonly isDisabled: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
