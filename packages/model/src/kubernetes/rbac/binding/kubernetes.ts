import { defineKubernetes } from '../../../code/index.ts';
import { manifest } from '../../dialect.ts';
import { readBinding } from './read-binding.ts';
import type { Binding } from './shape.ts';

export const kubernetes = defineKubernetes<Binding>({
  types: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
  identity: ['name'],
  read: (binding, context) =>
    readBinding(binding, context, {
      dialect: manifest,
      isClusterWide: binding.resource?.type.endsWith('/ClusterRoleBinding') === true,
      roles: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
    }),
});
