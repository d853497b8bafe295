import type { IamBinding } from '../../iam/index.ts';

/** A Pub/Sub topic. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Topic {
  readonly hasCustomerKey: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
