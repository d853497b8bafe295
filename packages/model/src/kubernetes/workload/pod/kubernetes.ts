import { defineKubernetes } from '../../../code/index.ts';
import { manifest } from '../../dialect.ts';
import { readPod } from '../../pods/index.ts';
import type { Pod } from './shape.ts';

export const kubernetes = defineKubernetes<Pod>({
  types: [
    'Pod',
    'PodTemplate',
    'ReplicationController',
    'apps/Deployment',
    'apps/StatefulSet',
    'apps/DaemonSet',
    'apps/ReplicaSet',
    'batch/Job',
    'batch/CronJob',
    'pod-template', // of custom resources
  ],
  identity: ['name'],
  read(object, context) {
    const template = object.block('podTemplate');
    return readPod(
      {
        kind: kindOf(object.resource?.address ?? ''),
        object,
        metadata: object.block('metadata'),
        objectSpec: object.block('spec'),
        podMetadata: template.block('metadata'),
        spec: template.block('spec'),
        dialect: manifest,
        serviceAccounts: ['ServiceAccount'],
        services: ['Service'],
        bindings: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
        networkPolicies: ['networking.k8s.io/NetworkPolicy'],
      },
      context,
    );
  },
});

/** `orders/Deployment/api` → `Deployment` */
function kindOf(address: string): string {
  return address.split('/').at(-2) ?? '';
}
