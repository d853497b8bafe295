import type { IamBinding } from '../../iam/index.ts';

/** A BigQuery dataset. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Dataset {
  /** Access entries, inline and as resources of their own. */
  readonly access: readonly DatasetAccess[];
  /** Default for its tables. */
  readonly hasCustomerKey: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}

export interface DatasetAccess {
  /** `allAuthenticatedUsers`, `projectReaders` … */
  readonly specialGroup: string | undefined;
  /** `allUsers`, `user:…`. */
  readonly member: string | undefined;
}
