import { defineKubernetes } from '../../../code/index.ts';
import { readObject } from './read-object.ts';
import type { CoreObject } from './shape.ts';

export const kubernetes = defineKubernetes<CoreObject>({
  types: [
    'ConfigMap',
    'Secret',
    'Service',
    'ServiceAccount',
    'PersistentVolumeClaim',
    'LimitRange',
    'ResourceQuota',
    'networking.k8s.io/Ingress',
    'networking.k8s.io/NetworkPolicy',
    'rbac.authorization.k8s.io/Role',
    'rbac.authorization.k8s.io/RoleBinding',
    'autoscaling/HorizontalPodAutoscaler',
    'policy/PodDisruptionBudget',
  ],
  identity: ['name'],
  read: readObject,
});
