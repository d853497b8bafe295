import type { IamBinding } from '../../iam/index.ts';

/** A BigQuery table. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Table {
  /** Views keep no data. */
  readonly isView: boolean;
  readonly hasCustomerKey: boolean;
  /** Of Terraform. Default true. */
  readonly deletionProtection: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
