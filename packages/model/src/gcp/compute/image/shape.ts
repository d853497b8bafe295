import type { IamBinding } from '../../iam/index.ts';

/** An image for machines. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Image {
  readonly hasCustomerKey: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
