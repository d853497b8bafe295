/** A database that Athena creates. Source: hashicorp/aws documentation of aws_athena_database, read 2026-11-22. */
export interface AthenaDatabase {
  /** `SSE_S3`, `SSE_KMS`, `CSE_KMS`; undefined: what the bucket does. */
  readonly encryption: string | undefined;
}
