import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { BedrockAgent } from './shape.ts';

export const terraform = defineTerraform<BedrockAgent>({
  types: ['aws_bedrockagent_agent'],
  identity: ['agent_name'],
  read: (agent) => ({
    hasCustomerKey: customerKey(agent, 'customer_encryption_key_arn'),
    hasGuardrail: agent.block('guardrail_configuration').isSet('guardrail_identifier'),
  }),
});
