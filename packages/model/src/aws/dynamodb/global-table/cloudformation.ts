import type { BlockReader, ObjectNode } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { GlobalTable, Replica } from './shape.ts';

export const cloudformation = defineCloudFormation<GlobalTable>({
  types: ['AWS::DynamoDB::GlobalTable'],
  identity: ['TableName'],
  read: (table) => ({
    replicas: table.list<Replica>('Replicas', replica),
  }),
});

function replica(block: BlockReader): ObjectNode<Replica> {
  return object<Replica>(
    {
      region: block.string('Region', { required: true }),
      pointInTimeRecovery: block.block('PointInTimeRecoverySpecification').boolean('PointInTimeRecoveryEnabled', { default: false }),
      deletionProtection: block.boolean('DeletionProtectionEnabled', { default: false }),
      hasCustomerKey: customerKey(block.block('SSESpecification'), 'KMSMasterKeyId'),
    },
    block.place,
  );
}
