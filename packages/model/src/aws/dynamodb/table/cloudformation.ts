import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, policyOf } from '../../../code/index.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import { customerKey } from '../../core/customer-key.ts';
import { isScaled } from '../scaling.ts';
import type { Table } from './shape.ts';

/** Source: CloudFormation template reference, AWS::DynamoDB::Table, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Table>({
  types: ['AWS::DynamoDB::Table'],
  identity: ['TableName'],
  read: (table, context) => ({
    pointInTimeRecovery: table.block('PointInTimeRecoverySpecification').boolean('PointInTimeRecoveryEnabled', { default: false }),
    hasCustomerKey: tableKey(table.block('SSESpecification')),
    deletionProtection: table.boolean('DeletionProtectionEnabled', { default: false }),
    billingMode: table.string('BillingMode', { default: 'PROVISIONED' }),
    isScaled: isScaled(table, {
      context,
      target: 'AWS::ApplicationAutoScaling::ScalableTarget',
      attribute: 'ResourceId',
      name: 'TableName',
    }),
    isBackedUp: isBackedUp(table, context, { service: 'dynamodb', part: 'table' }),
    resourcePolicy: policyOf(table.block('ResourcePolicy'), 'PolicyDocument'),
  }),
});

/** A key counts only while the encryption is switched on. */
function tableKey(encryption: BlockReader): Leaf<boolean> {
  const enabled = encryption.boolean('SSEEnabled', { default: false });
  return enabled.value === false && enabled.state === 'explicit'
    ? byDefault(false, enabled.place)
    : customerKey(encryption, 'KMSMasterKeyId');
}
