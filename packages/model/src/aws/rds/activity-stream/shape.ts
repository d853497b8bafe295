/** A database activity stream. Source: hashicorp/aws documentation of aws_rds_cluster_activity_stream, read 2026-11-22. */
export interface ActivityStream {
  /** The provider requires a key; it may be one of AWS. */
  readonly hasCustomerKey: boolean;
}
