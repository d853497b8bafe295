import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { BedrockAgent } from './shape.ts';

export const cloudformation = defineCloudFormation<BedrockAgent>({
  types: ['AWS::Bedrock::Agent'],
  identity: ['AgentName'],
  read: (agent) => ({
    hasCustomerKey: customerKey(agent, 'CustomerEncryptionKeyArn'),
    hasGuardrail: agent.block('GuardrailConfiguration').isSet('GuardrailIdentifier'),
  }),
});
