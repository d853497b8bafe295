import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { BedrockGuardrail, ContentFilter } from './shape.ts';

export const terraform = defineTerraform<BedrockGuardrail>({
  types: ['aws_bedrock_guardrail'],
  identity: ['name'],
  read: (guardrail) => ({
    filters: guardrail.block('content_policy_config').list<ContentFilter>('filters_config', filter),
    filtersPersonalData: guardrail.has('sensitive_information_policy_config'),
    hasCustomerKey: customerKey(guardrail, 'kms_key_arn'),
  }),
});

function filter(block: BlockReader): NodeOf<ContentFilter> {
  return object<ContentFilter>({ type: block.string('type'), inputStrength: block.string('input_strength') }, block.place);
}
