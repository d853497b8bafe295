import { defineCloudFormation, policyOf } from '../../../code/index.ts';
import type { LogsResourcePolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<LogsResourcePolicy>({
  types: ['AWS::Logs::ResourcePolicy'],
  identity: ['PolicyName'],
  read: (policy) => ({
    document: policyOf(policy, 'PolicyDocument'),
  }),
});
