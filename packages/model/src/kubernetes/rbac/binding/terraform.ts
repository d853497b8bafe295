import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readBinding } from './read-binding.ts';
import type { Binding } from './shape.ts';

export const terraform = defineTerraform<Binding>({
  types: ['kubernetes_role_binding', 'kubernetes_role_binding_v1', 'kubernetes_cluster_role_binding', 'kubernetes_cluster_role_binding_v1'],
  read: (binding, context) =>
    readBinding(binding, context, {
      dialect: terraformBlocks,
      isClusterWide: binding.resource?.type.startsWith('kubernetes_cluster_') === true,
    }),
});
