import { defineCloudFormation } from '../../../code/index.ts';
import type { DaxCluster } from './shape.ts';

export const cloudformation = defineCloudFormation<DaxCluster>({
  types: ['AWS::DAX::Cluster'],
  identity: ['ClusterName'],
  read: (cluster) => ({
    isEncrypted: cluster.block('SSESpecification').boolean('SSEEnabled', { default: false }),
    endpointEncryption: cluster.string('ClusterEndpointEncryptionType', { default: 'NONE' }),
    nodes: cluster.number('ReplicationFactor', { required: true }),
  }),
});
