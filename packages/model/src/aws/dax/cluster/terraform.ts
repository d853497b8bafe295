import { defineTerraform } from '../../../code/index.ts';
import type { DaxCluster } from './shape.ts';

export const terraform = defineTerraform<DaxCluster>({
  types: ['aws_dax_cluster'],
  identity: ['cluster_name'],
  read: (cluster) => ({
    isEncrypted: cluster.block('server_side_encryption').boolean('enabled', { default: false }),
    endpointEncryption: cluster.string('cluster_endpoint_encryption_type', { default: 'NONE' }),
    nodes: cluster.number('replication_factor', { required: true }),
  }),
});
