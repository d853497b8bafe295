/** An Athena workgroup. Source: hashicorp/aws documentation of aws_athena_workgroup, AWS::Athena::WorkGroup, read 2026-11-22. */
export interface AthenaWorkgroup {
  /** Clients cannot override location and encryption of results. Default true. */
  readonly enforcesSettings: boolean;
  /** `SSE_S3`, `SSE_KMS`, `CSE_KMS`; undefined: what the bucket does. */
  readonly encryption: string | undefined;
  /** Default true. */
  readonly publishesMetrics: boolean;
}
