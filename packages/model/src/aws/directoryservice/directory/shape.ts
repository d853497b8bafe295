/** A directory of AWS Directory Service. Source: hashicorp/aws documentation of aws_directory_service_directory and aws_directory_service_log_subscription, read 2026-11-22. */
export interface Directory {
  /** `SimpleAD` (default), `MicrosoftAD`, `ADConnector`. */
  readonly type: string;
  /** Security events go to CloudWatch. */
  readonly forwardsLogs: boolean;
  /** Protocol of the RADIUS servers that ask for a second factor; undefined without any. */
  readonly radiusProtocol: string | undefined;
}
