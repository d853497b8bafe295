import { defineKubernetes } from '../../../code/index.ts';
import { manifest } from '../../dialect.ts';
import { readPolicy } from './read-policy.ts';
import type { PodSecurityPolicy } from './shape.ts';

export const kubernetes = defineKubernetes<PodSecurityPolicy>({
  types: ['policy/PodSecurityPolicy'],
  identity: ['name'],
  read: (policy) => readPolicy(policy, manifest, 'ranges'),
});
