/** A table of Amazon Keyspaces. Sources: hashicorp/aws documentation of aws_keyspaces_table; AWS::Cassandra::Table; read 2026-11-22. */
export interface KeyspacesTable {
  /** Else a key that AWS owns. */
  readonly hasCustomerKey: boolean;
  /** Default false. */
  readonly pointInTimeRecovery: boolean;
}
