/** A CloudWatch Logs log group. Source: hashicorp/aws documentation of aws_cloudwatch_log_group, read 2026-11-22. */
export interface LogGroup {
  /** Days that events are kept; 0: for ever, which is the default. */
  readonly retentionDays: number;
  readonly hasKmsKey: boolean;
}
