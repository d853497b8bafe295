import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import type { MachineLearningCluster } from './shape.ts';

export const terraform = defineTerraform<MachineLearningCluster>({
  types: ['azurerm_machine_learning_compute_cluster'],
  identity: ['name'],
  read(cluster): FieldsOf<MachineLearningCluster> {
    return {
      isCluster: explicit(true, cluster.place),
      localAuth: cluster.boolean('local_auth_enabled', { default: true }),
      minNodes: cluster.block('scale_settings').number('min_node_count', { default: 0 }),
    };
  },
});
