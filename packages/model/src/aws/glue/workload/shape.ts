/** A Glue job, crawler or development endpoint. Source: hashicorp/aws documentation of aws_glue_job, aws_glue_crawler, aws_glue_dev_endpoint, read 2026-11-22. */
export interface GlueWorkload {
  readonly hasSecurityConfiguration: boolean;
}
