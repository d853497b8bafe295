import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { Table } from './shape.ts';

/** Source: CloudFormation template reference, AWS::DynamoDB::Table, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Table>({
  types: ['AWS::DynamoDB::Table'],
  identity: ['TableName'],
  read: (table) => ({
    pointInTimeRecovery: table.block('PointInTimeRecoverySpecification').boolean('PointInTimeRecoveryEnabled', { default: false }),
    hasCustomerKey: tableKey(table.block('SSESpecification')),
    deletionProtection: table.boolean('DeletionProtectionEnabled', { default: false }),
    billingMode: table.string('BillingMode', { default: 'PROVISIONED' }),
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
