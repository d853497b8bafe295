import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { Schedule } from './shape.ts';

export const terraform = defineTerraform<Schedule>({
  types: ['aws_scheduler_schedule'],
  identity: ['name'],
  read: (schedule) => ({
    hasCustomerKey: customerKey(schedule, 'kms_key_arn'),
  }),
});
