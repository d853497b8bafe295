import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS Step Functions API reference, read 2026-11-22. */
export const service = defineService({
  id: 'states',
  load: async () => await import('@aws-sdk/client-sfn'),
  client: 'SFNClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListStateMachines',
      each: {
        items: 'stateMachines',
        calls: [
          // Without its definition, which may hold secrets and which only the key of an encrypted one shows.
          {
            operation: 'DescribeStateMachine',
            input: named('stateMachineArn', 'stateMachineArn', { includedData: 'METADATA_ONLY' }),
            absent: ['StateMachineDoesNotExist'],
            redact: ['definition'],
          },
          { operation: 'ListTagsForResource', input: named('stateMachineArn', 'resourceArn'), absent: ['ResourceNotFound'] },
        ],
      },
    },
  ],
});
