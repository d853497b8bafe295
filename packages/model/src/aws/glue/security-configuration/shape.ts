/** What Glue jobs and crawlers encrypt. Source: hashicorp/aws documentation of aws_glue_security_configuration, AWS::Glue::SecurityConfiguration, read 2026-11-22. */
export interface GlueSecurityConfiguration {
  /** `DISABLED` (default) or `SSE-KMS`. */
  readonly logsMode: string;
  /** `DISABLED` (default) or `CSE-KMS`. */
  readonly bookmarksMode: string;
  /** Of what is written to S3: `DISABLED` (default), `SSE-KMS`, `SSE-S3`. */
  readonly outputMode: string;
}
