import { defineTerraform } from '../../../code/index.ts';
import { manifest, terraformBlocks } from '../../dialect.ts';
import { MANIFEST, acceptsKinds, kindOf, manifestIn } from '../../terraform-manifest.ts';
import { readRole } from './read-role.ts';
import type { Role } from './shape.ts';

export const terraform = defineTerraform<Role>({
  types: ['kubernetes_role', 'kubernetes_role_v1', 'kubernetes_cluster_role', 'kubernetes_cluster_role_v1', MANIFEST],
  accepts: acceptsKinds('Role', 'ClusterRole'),
  read(role) {
    const object = manifestIn(role);
    if (object) return readRole(object, manifest, kindOf(role) === 'ClusterRole');
    return readRole(role, terraformBlocks, role.resource?.type.startsWith('kubernetes_cluster_') === true);
  },
});
