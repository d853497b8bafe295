import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { BedrockGuardrail, ContentFilter } from './shape.ts';

export const cloudformation = defineCloudFormation<BedrockGuardrail>({
  types: ['AWS::Bedrock::Guardrail'],
  identity: ['Name'],
  read: (guardrail) => ({
    filters: guardrail.block('ContentPolicyConfig').list<ContentFilter>('FiltersConfig', filter),
    filtersPersonalData: guardrail.has('SensitiveInformationPolicyConfig'),
    hasCustomerKey: customerKey(guardrail, 'KmsKeyArn'),
  }),
});

function filter(block: BlockReader): NodeOf<ContentFilter> {
  return object<ContentFilter>({ type: block.string('Type'), inputStrength: block.string('InputStrength') }, block.place);
}
