import type { PolicyDocument } from '../../../policy/index.ts';

/** Who else may write to or read log groups of the account. Source: hashicorp/aws documentation of aws_cloudwatch_log_resource_policy, read 2026-11-22. */
export interface LogsResourcePolicy {
  readonly document: PolicyDocument | undefined;
}
