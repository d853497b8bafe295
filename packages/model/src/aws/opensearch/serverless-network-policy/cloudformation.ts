import { defineCloudFormation } from '../../../code/index.ts';
import { networkRules } from '../network-rules.ts';
import type { ServerlessNetworkPolicy } from './shape.ts';

export const cloudformation = defineCloudFormation<ServerlessNetworkPolicy>({
  types: ['AWS::OpenSearchServerless::SecurityPolicy'],
  identity: ['Name'],
  read: (policy) => ({
    kind: policy.string('Type', { required: true }),
    rules: networkRules(policy, 'Policy'),
  }),
});
