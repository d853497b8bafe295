/** A replica of a DynamoDB table in another region. Source: hashicorp/aws documentation of aws_dynamodb_table_replica, read 2026-11-22. */
export interface TableReplica {
  readonly hasCustomerKey: boolean;
  /** Default false. */
  readonly pointInTimeRecovery: boolean;
}
