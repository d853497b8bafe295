import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { MemoryCluster } from './shape.ts';

export const cloudformation = defineCloudFormation<MemoryCluster>({
  types: ['AWS::MemoryDB::Cluster'],
  identity: ['ClusterName'],
  read: (cluster) => ({
    encryptionInTransit: cluster.boolean('TLSEnabled', { default: true }),
    hasCustomerKey: customerKey(cluster, 'KmsKeyId'),
    snapshotRetentionDays: cluster.number('SnapshotRetentionLimit', { default: 0 }),
    accessList: cluster.string('ACLName', { required: true }),
    autoMinorVersionUpgrade: cluster.boolean('AutoMinorVersionUpgrade', { default: true }),
  }),
});
