import { textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Agents for Amazon Bedrock API reference, read 2026-11-22. */
export const service = defineService({
  id: 'bedrock-agent',
  load: async () => await import('@aws-sdk/client-bedrock-agent'),
  client: 'BedrockAgentClient',
  scope: 'regional',
  prefix: 'bedrock',
  calls: [
    {
      operation: 'ListAgents',
      each: {
        items: 'agentSummaries',
        calls: [
          {
            operation: 'GetAgent',
            input: named('agentId'),
            absent: ['ResourceNotFoundException'],
            redact: ['agent.instruction', 'agent.promptOverrideConfiguration'],
          },
          {
            operation: 'ListTagsForResource',
            absent: ['ResourceNotFoundException'],
            input: (agent, { partition, region, account }) => {
              const id = textOf(agent, 'agentId');
              return id === undefined ? null : { resourceArn: `arn:${partition}:bedrock:${region}:${account}:agent/${id}` };
            },
          },
        ],
      },
    },
  ],
});
