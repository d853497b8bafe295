import type { IamBinding } from '../../iam/index.ts';

/** A secret of Secret Manager. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Secret {
  /** A rotation period or time is written. */
  readonly rotates: boolean;
  readonly hasCustomerKey: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
