/** A DynamoDB global table of CloudFormation. Source: AWS::DynamoDB::GlobalTable, read 2026-11-22. */
export interface GlobalTable {
  readonly replicas: readonly Replica[];
}

export interface Replica {
  readonly region: string;
  /** Default false. */
  readonly pointInTimeRecovery: boolean;
  /** Default false. */
  readonly deletionProtection: boolean;
  readonly hasCustomerKey: boolean;
}
