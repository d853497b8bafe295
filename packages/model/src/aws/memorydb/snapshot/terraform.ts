import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { MemorySnapshot } from './shape.ts';

export const terraform = defineTerraform<MemorySnapshot>({
  types: ['aws_memorydb_snapshot'],
  identity: ['name'],
  read: (snapshot) => ({
    hasCustomerKey: customerKey(snapshot, 'kms_key_arn'),
  }),
});
