import { defineTerraform } from '../../../code/index.ts';
import type { CacheCluster } from './shape.ts';

export const terraform = defineTerraform<CacheCluster>({
  types: ['aws_elasticache_cluster'],
  identity: ['cluster_id'],
  read: (cluster) => ({
    engine: cluster.string('engine'),
    nodeType: cluster.string('node_type'),
    isMember: cluster.isSet('replication_group_id'),
    snapshotRetentionDays: cluster.number('snapshot_retention_limit', { default: 0 }),
    autoMinorVersionUpgrade: cluster.boolean('auto_minor_version_upgrade', { default: true }),
    hasSubnetGroup: cluster.isSet('subnet_group_name'),
    encryptionInTransit: cluster.boolean('transit_encryption_enabled', { default: false }),
  }),
});
