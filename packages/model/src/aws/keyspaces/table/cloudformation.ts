import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { KeyspacesTable } from './shape.ts';

export const cloudformation = defineCloudFormation<KeyspacesTable>({
  types: ['AWS::Cassandra::Table'],
  identity: ['TableName'],
  read: (table) => ({
    hasCustomerKey: customerKey(table.block('EncryptionSpecification'), 'KmsKeyIdentifier'),
    pointInTimeRecovery: table.boolean('PointInTimeRecoveryEnabled', { default: false }),
  }),
});
