/** A Timestream database. Sources: hashicorp/aws documentation of aws_timestreamwrite_database; AWS::Timestream::Database; read 2026-11-22. */
export interface TimeSeriesDatabase {
  readonly hasCustomerKey: boolean;
}
