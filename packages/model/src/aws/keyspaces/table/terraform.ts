import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { KeyspacesTable } from './shape.ts';

export const terraform = defineTerraform<KeyspacesTable>({
  types: ['aws_keyspaces_table'],
  identity: ['table_name'],
  read: (table) => ({
    hasCustomerKey: customerKey(table.block('encryption_specification'), 'kms_key_identifier'),
    pointInTimeRecovery: pointInTimeRecovery(table),
  }),
});

function pointInTimeRecovery(table: BlockReader): Leaf<boolean> {
  const status = table.block('point_in_time_recovery').string('status', { default: 'DISABLED' });
  return status.value === undefined
    ? unresolved(status.reason ?? { code: 'computed', detail: 'it is not known' }, status.place)
    : status.state === 'default'
      ? byDefault(false, status.place)
      : explicit(status.value === 'ENABLED', status.place);
}
