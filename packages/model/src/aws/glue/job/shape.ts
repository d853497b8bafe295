import type { Ref } from '../../../node.ts';
import type { GlueSecurityConfiguration } from '../security-configuration/shape.ts';

/** A Glue job. Source: hashicorp/aws documentation of aws_glue_job, AWS::Glue::Job, read 2026-11-22. */
export interface GlueJob {
  /** Default false. */
  readonly hasSecurityConfiguration: boolean;
  /** Undefined: outputs follow the bucket, logs and bookmarks are not encrypted. */
  readonly securityConfiguration: Ref<GlueSecurityConfiguration> | undefined;
  /** `glueetl` (Spark, the default), `gluestreaming`, `pythonshell`, `glueray`. */
  readonly command: string;
  /** `4.0`. Default 0.9. */
  readonly glueVersion: string;
}
