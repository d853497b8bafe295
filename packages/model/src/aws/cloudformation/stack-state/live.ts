import { defineLive } from '../../../code/index.ts';
import type { StackState } from './shape.ts';

export const live = defineLive<StackState>({
  types: ['AWS::CloudFormation::Stack'],
  read: (stack) => ({
    isNested: stack.isSet('ParentId'),
    hasTerminationProtection: stack.boolean('EnableTerminationProtection', { default: false }),
    driftStatus: stack.string('DriftStatus', { default: 'NOT_CHECKED' }),
    driftCheckedDays: stack.number('DriftCheckedDays'),
  }),
});
