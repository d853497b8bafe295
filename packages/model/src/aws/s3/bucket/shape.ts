import type { AttrMap } from '../../../node.ts';
import type { PolicyDocument } from '../../../policy/index.ts';

/** A general-purpose S3 bucket with what is configured beside it. Source: Amazon S3 User Guide, read 2026-11-22. */
export interface S3Bucket {
  /** Bucket-level block public access. AWS turns all four on for new buckets since April 2023; what code does not write, code does not keep. */
  readonly publicAccessBlock: PublicAccessBlock;
  /** The account's block, which holds for each of its buckets. Outside unless the code configures the account too. */
  readonly accountBlock: PublicAccessBlock;
  /**
   * True of live buckets: BlockPublicAcls and BlockPublicPolicy refuse new ACLs and policies, and let those be that a bucket has already. What
   * code writes is new.
   */
  readonly hasOlderGrants: boolean;
  /** What AWS itself says of the policy (GetBucketPolicyStatus); undefined without a policy. Outside in code. */
  readonly policyIsPublic: boolean | undefined;
  /** Some block is written for the bucket, whatever its switches say. */
  readonly hasPublicAccessBlock: boolean;
  /** The canned ACL. Default `private`. */
  readonly acl: string;
  /** Explicit ACL grants. */
  readonly grants: readonly AclGrant[];
  readonly policy: PolicyDocument | undefined;
  readonly encryption: BucketEncryption;
  readonly versioning: {
    /** `Enabled`, `Suspended`, `Disabled`. Default `Disabled`. */
    readonly status: string;
    /** Default `Disabled`. */
    readonly mfaDelete: string;
  };
  /** Object Lock is on for the bucket. */
  readonly objectLock: boolean;
  /** Server access logs go to another bucket. */
  readonly accessLogging: boolean;
  /** The bucket's name as written; parts that are not known are holes. Undefined: AWS or Terraform makes one up. */
  readonly bucketName: string | undefined;
  /** `BucketOwnerEnforced` (ACLs are off), `BucketOwnerPreferred`, `ObjectWriter`. Default since April 2023: `BucketOwnerEnforced`. */
  readonly objectOwnership: string;
  readonly lifecycleRules: readonly LifecycleRule[];
  readonly replicationRules: readonly ReplicationRule[];
  /** Object events are sent to a topic, queue, function or EventBridge. */
  readonly sendsEvents: boolean;
  readonly tags: AttrMap<string>;
}

export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

export interface AclGrant {
  /** Group URI of the grantee, e.g. `http://acs.amazonaws.com/groups/global/AllUsers`; undefined for accounts. */
  readonly uri: string | undefined;
  /** `READ`, `WRITE`, `READ_ACP`, `WRITE_ACP`, `FULL_CONTROL`. */
  readonly permission: string;
}

export interface BucketEncryption {
  /** A default encryption rule is written. */
  readonly isConfigured: boolean;
  /** `AES256`, `aws:kms`, `aws:kms:dsse`. Default `AES256`: since 2023-01-05 S3 encrypts every new object with SSE-S3. Undefined: a rule that names none. */
  readonly algorithm: string | undefined;
  /** A key of the account is named, not one that AWS manages. */
  readonly hasCustomerKey: boolean;
}

export interface LifecycleRule {
  readonly isEnabled: boolean;
  /** Parts of uploads that were never finished are removed after some days. */
  readonly abortsUploads: boolean;
  /** No prefix limits it to a part of the bucket. */
  readonly isForAll: boolean;
}

export interface ReplicationRule {
  readonly isEnabled: boolean;
}
