import { defineArm } from '../../../code/index.ts';
import type { AlertRule } from './shape.ts';

export const arm = defineArm<AlertRule>({
  types: ['Microsoft.SecurityInsights/alertRules', 'Microsoft.OperationalInsights/workspaces/providers/alertRules'],
  identity: ['name'],
  read: (rule) => ({ isEnabled: rule.block('properties').boolean('enabled', { default: true }) }),
});
