import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readNetworkPolicy } from './read-network-policy.ts';
import type { NetworkPolicy } from './shape.ts';

export const terraform = defineTerraform<NetworkPolicy>({
  types: ['kubernetes_network_policy', 'kubernetes_network_policy_v1'],
  read: (policy) => readNetworkPolicy(policy, terraformBlocks, 'ports'),
});
