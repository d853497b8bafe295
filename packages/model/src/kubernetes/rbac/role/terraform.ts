import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readRole } from './read-role.ts';
import type { Role } from './shape.ts';

export const terraform = defineTerraform<Role>({
  types: ['kubernetes_role', 'kubernetes_role_v1', 'kubernetes_cluster_role', 'kubernetes_cluster_role_v1'],
  read: (role) => readRole(role, terraformBlocks, role.resource?.type.startsWith('kubernetes_cluster_') === true),
});
