import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { Schedule } from './shape.ts';

export const cloudformation = defineCloudFormation<Schedule>({
  types: ['AWS::Scheduler::Schedule'],
  identity: ['Name'],
  read: (schedule) => ({
    hasCustomerKey: customerKey(schedule, 'KmsKeyArn'),
  }),
});
