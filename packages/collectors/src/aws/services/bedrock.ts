import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon Bedrock API reference, read 2026-11-22. */
export const service = defineService({
  id: 'bedrock',
  load: async () => await import('@aws-sdk/client-bedrock'),
  client: 'BedrockClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListGuardrails',
      each: {
        items: 'guardrails',
        calls: [
          {
            operation: 'GetGuardrail',
            input: named('id', 'guardrailIdentifier'),
            absent: ['ResourceNotFoundException'],
            unchangedWhile: ['updatedAt', 'version', 'status'],
          },
          { operation: 'ListTagsForResource', input: named('arn', 'resourceARN'), absent: ['ResourceNotFoundException'] },
        ],
      },
    },
    { operation: 'GetModelInvocationLoggingConfiguration' },
  ],
});
