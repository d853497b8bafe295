/** A Batch job definition. Source: hashicorp/aws documentation of aws_batch_job_definition, AWS::Batch::JobDefinition, read 2026-11-22. */
export interface BatchJobDefinition {
  /** Root on the host. Default false. */
  readonly isPrivileged: boolean;
}
