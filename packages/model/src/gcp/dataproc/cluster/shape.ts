import type { IamBinding } from '../../iam/index.ts';

/** A Dataproc cluster. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface DataprocCluster {
  readonly hasCustomerKey: boolean;
  /** Default false. */
  readonly hasInternalAddressesOnly: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
