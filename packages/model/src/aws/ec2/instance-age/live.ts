import { defineLive } from '../../../code/index.ts';
import type { InstanceAge } from './shape.ts';

export const live = defineLive<InstanceAge>({
  types: ['AWS::EC2::Instance'],
  read: (instance) => ({
    state: instance.string('State', { required: true }),
    ageDays: instance.number('AgeDays', { required: true }),
    stoppedDays: instance.number('StoppedDays'),
  }),
});
