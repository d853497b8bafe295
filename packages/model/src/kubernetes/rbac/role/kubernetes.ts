import { defineKubernetes } from '../../../code/index.ts';
import { manifest } from '../../dialect.ts';
import { readRole } from './read-role.ts';
import type { Role } from './shape.ts';

export const kubernetes = defineKubernetes<Role>({
  types: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  identity: ['name'],
  read: (role) => readRole(role, manifest, role.resource?.type.endsWith('/ClusterRole') === true),
});
