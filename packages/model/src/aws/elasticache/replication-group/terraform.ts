import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ReplicationGroup } from './shape.ts';

export const terraform = defineTerraform<ReplicationGroup>({
  types: ['aws_elasticache_replication_group'],
  identity: ['replication_group_id'],
  read: (group) => ({
    encryptionAtRest: group.boolean('at_rest_encryption_enabled', { default: group.string('engine').value === 'valkey' }),
    encryptionInTransit: group.boolean('transit_encryption_enabled', { default: group.string('engine').value === 'valkey' }),
    hasToken: group.isSet('auth_token'),
    hasUserGroup: group.isSet('user_group_ids'),
    hasCustomerKey: customerKey(group, 'kms_key_id'),
    snapshotRetentionDays: group.number('snapshot_retention_limit', { default: 0 }),
    automaticFailover: group.boolean('automatic_failover_enabled', { default: false }),
    isMultiAz: group.boolean('multi_az_enabled', { default: false }),
    autoMinorVersionUpgrade: group.boolean('auto_minor_version_upgrade', { default: true }),
    hasSubnetGroup: group.isSet('subnet_group_name'),
  }),
});
