import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { TimeSeriesDatabase } from './shape.ts';

export const cloudformation = defineCloudFormation<TimeSeriesDatabase>({
  types: ['AWS::Timestream::Database'],
  identity: ['DatabaseName'],
  read: (database) => ({
    hasCustomerKey: customerKey(database, 'KmsKeyId'),
  }),
});
