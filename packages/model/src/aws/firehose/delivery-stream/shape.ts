/** A Firehose delivery stream. Source: hashicorp/aws documentation of aws_kinesis_firehose_delivery_stream, AWS::KinesisFirehose::DeliveryStream, read 2026-11-22. */
export interface DeliveryStream {
  /** It takes its records from a Kinesis stream or Kafka, whose encryption then counts. */
  readonly readsStream: boolean;
  /** Default false. */
  readonly isEncrypted: boolean;
  /** `AWS_OWNED_CMK` (default) or `CUSTOMER_MANAGED_CMK`. */
  readonly keyType: string;
}
