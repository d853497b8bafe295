import { defineArm } from '../../../code/index.ts';
import { isWord, not } from '../../core/index.ts';
import type { Assignment } from './shape.ts';

export const arm = defineArm<Assignment>({
  types: ['Microsoft.Authorization/policyAssignments'],
  identity: ['name'],
  read: (assignment) => ({
    isEnforced: not(isWord(assignment.block('properties').string('enforcementMode', { default: 'Default' }), 'DoNotEnforce')),
  }),
});
