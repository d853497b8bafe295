import { defineCloudFormation, policyOf } from '../../../code/index.ts';
import type { IotPolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<IotPolicy>({
  types: ['AWS::IoT::Policy'],
  identity: ['PolicyName'],
  read: (policy) => ({
    document: policyOf(policy, 'PolicyDocument'),
  }),
});
