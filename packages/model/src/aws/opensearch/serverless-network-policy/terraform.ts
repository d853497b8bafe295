import { defineTerraform } from '../../../code/index.ts';
import { networkRules } from '../network-rules.ts';
import type { ServerlessNetworkPolicy } from './shape.ts';

export const terraform = defineTerraform<ServerlessNetworkPolicy>({
  types: ['aws_opensearchserverless_security_policy'],
  identity: ['name'],
  read: (policy) => ({
    kind: policy.string('type', { required: true }),
    rules: networkRules(policy, 'policy'),
  }),
});
