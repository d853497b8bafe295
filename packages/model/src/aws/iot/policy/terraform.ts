import { defineTerraform, policyOf } from '../../../code/index.ts';
import type { IotPolicy } from './shape.ts';

export const terraform = defineTerraform<IotPolicy>({
  types: ['aws_iot_policy'],
  identity: ['name'],
  read: (policy) => ({
    document: policyOf(policy, 'policy'),
  }),
});
