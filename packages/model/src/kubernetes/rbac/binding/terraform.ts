import { defineTerraform } from '../../../code/index.ts';
import { manifest, terraformBlocks } from '../../dialect.ts';
import { MANIFEST, acceptsKinds, kindOf, manifestIn } from '../../terraform-manifest.ts';
import { readBinding } from './read-binding.ts';
import type { Binding } from './shape.ts';

export const terraform = defineTerraform<Binding>({
  types: [
    'kubernetes_role_binding',
    'kubernetes_role_binding_v1',
    'kubernetes_cluster_role_binding',
    'kubernetes_cluster_role_binding_v1',
    MANIFEST,
  ],
  accepts: acceptsKinds('RoleBinding', 'ClusterRoleBinding'),
  read(binding, context) {
    const object = manifestIn(binding);
    if (object) return readBinding(object, context, { dialect: manifest, isClusterWide: kindOf(binding) === 'ClusterRoleBinding' });
    const isClusterWide = binding.resource?.type.startsWith('kubernetes_cluster_') === true;
    return readBinding(binding, context, { dialect: terraformBlocks, isClusterWide });
  },
});
