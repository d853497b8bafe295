import type { IamBinding } from '../../iam/index.ts';

/** A Cloud Storage bucket. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Bucket {
  /** `inherited` or `enforced`. Default `inherited`: what the organization says. */
  readonly publicAccessPrevention: string;
  /** IAM alone decides, without object ACLs. Default false. */
  readonly hasUniformAccess: boolean;
  readonly hasCustomerKey: boolean;
  /** Default false. */
  readonly isVersioned: boolean;
  /** Deleted objects can be brought back for so long; 0: never. Default 7 days. */
  readonly softDeleteSeconds: number;
  /** Objects cannot be deleted or overwritten before. Undefined: no retention policy. */
  readonly retentionSeconds: number | undefined;
  /** Nobody can shorten the period. Default false. */
  readonly isRetentionLocked: boolean;
  /** Usage logs go to a bucket. */
  readonly hasAccessLogs: boolean;
  /** The bucket for the logs is the bucket itself. */
  readonly logsToItself: boolean;
  readonly hasLifecycleRules: boolean;
  /** ACL entries that are written beside it: `allUsers`, `READER:allUsers`, `publicRead` … */
  readonly publicAcls: readonly string[];
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
