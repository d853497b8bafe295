import { defineLive } from '../../../code/index.ts';
import type { RoleUse } from './shape.ts';

export const live = defineLive<RoleUse>({
  types: ['AWS::IAM::Role'],
  identity: ['RoleName'],
  read: (role) => ({ ageDays: role.number('AgeDays', { required: true }), unusedDays: role.number('UnusedDays') }),
});
