import { defineKubernetes } from '../../../code/index.ts';
import { readNamespace } from './read-namespace.ts';
import type { Namespace } from './shape.ts';

export const kubernetes = defineKubernetes<Namespace>({
  types: ['Namespace'],
  identity: ['name'],
  read: (namespace, context) =>
    readNamespace(namespace, context, {
      networkPolicies: ['networking.k8s.io/NetworkPolicy', 'cilium.io/CiliumNetworkPolicy', 'crd.projectcalico.org/NetworkPolicy'],
      limitRanges: ['LimitRange'],
      resourceQuotas: ['ResourceQuota'],
    }),
});
