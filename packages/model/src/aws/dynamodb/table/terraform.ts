import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, policyOf } from '../../../code/index.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import { customerKey } from '../../core/customer-key.ts';
import { isScaled } from '../scaling.ts';
import type { Table } from './shape.ts';

export const terraform = defineTerraform<Table>({
  types: ['aws_dynamodb_table'],
  satellites: { aws_dynamodb_resource_policy: 'resource_arn' },
  identity: ['name'],
  read: (table, context) => ({
    pointInTimeRecovery: table.block('point_in_time_recovery').boolean('enabled', { default: false }),
    hasCustomerKey: tableKey(table.block('server_side_encryption')),
    deletionProtection: table.boolean('deletion_protection_enabled', { default: false }),
    billingMode: table.string('billing_mode', { default: 'PROVISIONED' }),
    isScaled: isScaled(table, { context, target: 'aws_appautoscaling_target', attribute: 'resource_id', name: 'name' }),
    isBackedUp: isBackedUp(table, context, { service: 'dynamodb', part: 'table' }),
    resourcePolicy: policyOf(context.satellite('aws_dynamodb_resource_policy'), 'policy'),
  }),
});

/** A key counts only while the encryption is switched on. */
function tableKey(encryption: BlockReader): Leaf<boolean> {
  const enabled = encryption.boolean('enabled', { default: false });
  return enabled.value === false && enabled.state === 'explicit' ? byDefault(false, enabled.place) : customerKey(encryption, 'kms_key_arn');
}
