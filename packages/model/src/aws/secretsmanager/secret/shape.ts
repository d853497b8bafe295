import type { AttrMap } from '../../../node.ts';
import type { PolicyDocument } from '../../../policy/index.ts';

/** A secret with what is configured beside it. Source: AWS Secrets Manager User Guide, read 2026-11-22. */
export interface Secret {
  /** A rotation schedule is written. */
  readonly rotates: boolean;
  /** Days between rotations; undefined without a schedule, or when a cron expression sets it. */
  readonly rotationDays: number | undefined;
  readonly policy: PolicyDocument | undefined;
  /** Secrets Manager refuses a policy that grants broad access. Default false. */
  readonly blocksPublicPolicy: boolean;
  /** A key of the account; otherwise the AWS managed key `aws/secretsmanager` encrypts. */
  readonly hasCustomerKey: boolean;
  readonly tags: AttrMap<string>;
}
