import { defineArm } from '../../../code/index.ts';
import type { Variable } from './shape.ts';

export const arm = defineArm<Variable>({
  types: ['Microsoft.Automation/automationAccounts/variables'],
  identity: ['name'],
  read: (variable) => ({ isEncrypted: variable.block('properties').boolean('isEncrypted', { default: false }) }),
});
