import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { TimeSeriesDatabase } from './shape.ts';

export const terraform = defineTerraform<TimeSeriesDatabase>({
  types: ['aws_timestreamwrite_database'],
  identity: ['database_name'],
  read: (database) => ({
    hasCustomerKey: customerKey(database, 'kms_key_id'),
  }),
});
