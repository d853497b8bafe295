import { defineKubernetes } from '../../../code/index.ts';
import { manifest } from '../../dialect.ts';
import { readNetworkPolicy } from './read-network-policy.ts';
import type { NetworkPolicy } from './shape.ts';

export const kubernetes = defineKubernetes<NetworkPolicy>({
  types: ['networking.k8s.io/NetworkPolicy'],
  identity: ['name'],
  read: (policy) => readNetworkPolicy(policy, manifest, 'ports'),
});
