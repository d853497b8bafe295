/** A DynamoDB table. Source: hashicorp/aws documentation of aws_dynamodb_table, read 2026-11-22. */
export interface Table {
  /** Default false. */
  readonly pointInTimeRecovery: boolean;
}
