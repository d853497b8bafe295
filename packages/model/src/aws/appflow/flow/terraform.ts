import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { AppFlow } from './shape.ts';

export const terraform = defineTerraform<AppFlow>({
  types: ['aws_appflow_flow'],
  identity: ['name'],
  read: (flow) => ({
    hasCustomerKey: customerKey(flow, 'kms_arn'),
  }),
});
