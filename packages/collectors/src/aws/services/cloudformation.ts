import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Of one in review there is nothing yet. By its ARN: two stacks of one name may be there, one of them deleted. */
function resourcesOf(stack: Json): JsonObject | null {
  const StackName = textOf(stack, 'StackId');
  return StackName === undefined || textOf(stack, 'StackStatus') === 'REVIEW_IN_PROGRESS' ? null : { StackName };
}

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
      each: { items: 'Stacks', calls: [{ operation: 'ListStackResources', input: resourcesOf, absent: ['ValidationError'] }] },
    },
  ],
});
