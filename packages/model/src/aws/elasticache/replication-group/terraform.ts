import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, unresolved } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ReplicationGroup } from './shape.ts';

export const terraform = defineTerraform<ReplicationGroup>({
  types: ['aws_elasticache_replication_group'],
  identity: ['replication_group_id'],
  read: (group) => ({
    encryptionAtRest: encryption(group, 'at_rest_encryption_enabled'),
    encryptionInTransit: encryption(group, 'transit_encryption_enabled'),
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

/** A secondary group takes what the primary of its global group has. */
function encryption(group: BlockReader, attribute: string): Leaf<boolean> {
  const written = group.boolean(attribute, { default: group.string('engine').value === 'valkey' });
  const source = 'global_replication_group_id';
  if (written.state !== 'default' || group.value(source) === undefined) return written;
  return unresolved({ code: 'computed', detail: 'it is that of the primary group' }, group.placeOf(source));
}
