/** How Glue reaches a database. Source: hashicorp/aws documentation of aws_glue_connection, AWS::Glue::Connection; AWS Glue Developer Guide, "AWS Glue connection properties"; read 2026-11-22. */
export interface GlueConnection {
  /** `JDBC` (default), `NETWORK`, `KAFKA` … */
  readonly type: string;
  /** The property `JDBC_ENFORCE_SSL`: `true` or `false` (default). */
  readonly enforcesTls: string | undefined;
}
