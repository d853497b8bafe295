import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readPolicy } from './read-policy.ts';
import type { PodSecurityPolicy } from './shape.ts';

export const terraform = defineTerraform<PodSecurityPolicy>({
  types: ['kubernetes_pod_security_policy', 'kubernetes_pod_security_policy_v1beta1'],
  read: (policy) => readPolicy(policy, terraformBlocks, 'range'),
});
