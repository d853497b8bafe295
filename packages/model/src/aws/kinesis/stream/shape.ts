/** A Kinesis data stream. Source: hashicorp/aws documentation of aws_kinesis_stream, AWS::Kinesis::Stream, read 2026-11-22. */
export interface KinesisStream {
  /** `NONE` (default) or `KMS`. */
  readonly encryption: string;
  /** The key is one of the account, not `alias/aws/kinesis`. */
  readonly hasCustomerKey: boolean;
  /** Default 24. */
  readonly retentionHours: number;
}
