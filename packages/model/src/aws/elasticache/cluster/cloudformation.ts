import { defineCloudFormation, outside } from '../../../code/index.ts';
import type { CacheCluster } from './shape.ts';

export const cloudformation = defineCloudFormation<CacheCluster>({
  types: ['AWS::ElastiCache::CacheCluster'],
  identity: ['ClusterName'],
  read: (cluster) => ({
    engine: cluster.string('Engine'),
    nodeType: cluster.string('CacheNodeType'),
    isMember: outside('CloudFormation declares members with their group', cluster.place),
    snapshotRetentionDays: cluster.number('SnapshotRetentionLimit', { default: 0 }),
    autoMinorVersionUpgrade: cluster.boolean('AutoMinorVersionUpgrade', { default: true }),
    hasSubnetGroup: cluster.isSet('CacheSubnetGroupName'),
    encryptionInTransit: cluster.boolean('TransitEncryptionEnabled', { default: false }),
  }),
});
