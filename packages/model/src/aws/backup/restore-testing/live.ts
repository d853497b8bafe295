import { defineLive } from '../../../code/index.ts';
import type { RestoreTesting } from './shape.ts';

export const live = defineLive<RestoreTesting>({
  types: ['AWS::Backup::RestoreTestingPlan'],
  identity: ['RestoreTestingPlanName'],
  read: (plan) => ({ ageDays: plan.number('AgeDays', { required: true }), executedDays: plan.number('ExecutedDays') }),
});
