/** Whether the records of a trail arrive. Only a live account says it. Source: AWS CloudTrail API reference, GetTrailStatus, read 2026-11-22. */
export interface TrailDelivery {
  readonly isLogging: boolean;
  /** What Amazon S3 last said when a file could not be written; undefined: all were. */
  readonly deliveryError: string | undefined;
  /** The same for the files that prove that nothing was changed. */
  readonly digestError: string | undefined;
  /** What CloudWatch Logs last said when events could not be written to the log group. */
  readonly logGroupError: string | undefined;
  /** What Amazon SNS last said when nobody could be told of a new file. */
  readonly notificationError: string | undefined;
  /** Days since a file was last written; undefined: never. */
  readonly deliveredDays: number | undefined;
}
