import { defineService } from '../service.ts';

/** Source: AWS CloudFormation API reference, read 2026-11-22. */
export const service = defineService({
  id: 'cloudformation',
  load: async () => await import('@aws-sdk/client-cloudformation'),
  client: 'CloudFormationClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeStacks',
      redact: ['Stacks[].Parameters[].ParameterValue', 'Stacks[].Parameters[].ResolvedValue', 'Stacks[].Outputs[].OutputValue'],
    },
  ],
});
