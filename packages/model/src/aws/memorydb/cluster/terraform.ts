import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { MemoryCluster } from './shape.ts';

export const terraform = defineTerraform<MemoryCluster>({
  types: ['aws_memorydb_cluster'],
  identity: ['name'],
  read: (cluster) => ({
    encryptionInTransit: cluster.boolean('tls_enabled', { default: true }),
    hasCustomerKey: customerKey(cluster, 'kms_key_arn'),
    snapshotRetentionDays: cluster.number('snapshot_retention_limit', { default: 0 }),
    accessList: cluster.string('acl_name', { required: true }),
    autoMinorVersionUpgrade: cluster.boolean('auto_minor_version_upgrade', { default: true }),
  }),
});
