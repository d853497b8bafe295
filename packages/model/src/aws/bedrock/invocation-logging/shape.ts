/** Where a Region's model invocations are logged. Source: hashicorp/aws documentation of aws_bedrock_model_invocation_logging_configuration, read 2026-11-22. */
export interface InvocationLogging {
  /** CloudWatch Logs or S3. */
  readonly hasDestination: boolean;
  /** Default true. */
  readonly logsText: boolean;
}
