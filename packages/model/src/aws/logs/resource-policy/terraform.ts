import { defineTerraform, policyOf } from '../../../code/index.ts';
import type { LogsResourcePolicy } from './shape.ts';

export const terraform = defineTerraform<LogsResourcePolicy>({
  types: ['aws_cloudwatch_log_resource_policy'],
  identity: ['policy_name'],
  read: (policy) => ({
    document: policyOf(policy, 'policy_document'),
  }),
});
