import type { PolicyDocument } from '../../../policy/index.ts';

/** A DynamoDB table. Source: hashicorp/aws documentation of aws_dynamodb_table and aws_dynamodb_resource_policy, read 2026-11-22. */
export interface Table {
  /** Default false. */
  readonly pointInTimeRecovery: boolean;
  /** A KMS key of the customer encrypts it; else a key that AWS owns, or the account's `aws/dynamodb`. */
  readonly hasCustomerKey: boolean;
  /** Default false. */
  readonly deletionProtection: boolean;
  /** `PROVISIONED` (default) or `PAY_PER_REQUEST`. */
  readonly billingMode: string;
  /** Provisioned capacity is adjusted by Application Auto Scaling. */
  readonly isScaled: boolean;
  /** A backup plan of this code chooses it. */
  readonly isBackedUp: boolean;
  readonly resourcePolicy: PolicyDocument | undefined;
}
