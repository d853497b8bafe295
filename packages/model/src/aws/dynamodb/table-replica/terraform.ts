import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { TableReplica } from './shape.ts';

export const terraform = defineTerraform<TableReplica>({
  types: ['aws_dynamodb_table_replica'],
  identity: ['global_table_arn'],
  read: (replica) => ({
    hasCustomerKey: customerKey(replica, 'kms_key_arn'),
    pointInTimeRecovery: replica.boolean('point_in_time_recovery', { default: false }),
  }),
});
