/** A Kinesis video stream. Source: hashicorp/aws documentation of aws_kinesis_video_stream, AWS::KinesisVideo::Stream, read 2026-11-22. */
export interface VideoStream {
  /** A key of the account; by default one that AWS manages. */
  readonly hasCustomerKey: boolean;
}
