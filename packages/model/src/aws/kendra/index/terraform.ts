import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { KendraIndex } from './shape.ts';

export const terraform = defineTerraform<KendraIndex>({
  types: ['aws_kendra_index'],
  identity: ['name'],
  read: (index) => ({
    hasCustomerKey: customerKey(index.block('server_side_encryption_configuration'), 'kms_key_id'),
  }),
});
