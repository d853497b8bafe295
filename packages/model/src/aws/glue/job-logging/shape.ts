import type { AttrMap } from '../../../node.ts';

/** Whether a Glue job logs while it runs. Source: AWS Glue Developer Guide, "Enabling continuous logging for AWS Glue jobs"; hashicorp/aws aws_glue_job; read 2026-11-22. */
export interface GlueJobLogging {
  readonly arguments: AttrMap<string>;
}
