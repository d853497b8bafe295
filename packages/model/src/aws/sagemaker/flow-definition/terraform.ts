import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { FlowDefinition } from './shape.ts';

export const terraform = defineTerraform<FlowDefinition>({
  types: ['aws_sagemaker_flow_definition'],
  identity: ['flow_definition_name'],
  read: (flow) => ({
    hasCustomerKey: customerKey(flow.block('output_config'), 'kms_key_id'),
  }),
});
