import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ReplicationGroup } from './shape.ts';

export const cloudformation = defineCloudFormation<ReplicationGroup>({
  types: ['AWS::ElastiCache::ReplicationGroup'],
  identity: ['ReplicationGroupId'],
  read: (group) => ({
    encryptionAtRest: group.boolean('AtRestEncryptionEnabled', { default: group.string('Engine').value === 'valkey' }),
    encryptionInTransit: group.boolean('TransitEncryptionEnabled', { default: group.string('Engine').value === 'valkey' }),
    hasToken: group.isSet('AuthToken'),
    hasUserGroup: group.isSet('UserGroupIds'),
    hasCustomerKey: customerKey(group, 'KmsKeyId'),
    snapshotRetentionDays: group.number('SnapshotRetentionLimit', { default: 0 }),
    automaticFailover: group.boolean('AutomaticFailoverEnabled', { default: false }),
    isMultiAz: group.boolean('MultiAZEnabled', { default: false }),
    autoMinorVersionUpgrade: group.boolean('AutoMinorVersionUpgrade', { default: true }),
    hasSubnetGroup: group.isSet('CacheSubnetGroupName'),
  }),
});
