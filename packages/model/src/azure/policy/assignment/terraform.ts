import { defineTerraform } from '../../../code/index.ts';
import { writtenName } from '../../core/index.ts';
import type { Assignment } from './shape.ts';

/** Source: hashicorp/azurerm documentation of the resources named, read 2026-11-22. */
export const terraform = defineTerraform<Assignment>({
  types: [
    'azurerm_subscription_policy_assignment',
    'azurerm_resource_group_policy_assignment',
    'azurerm_management_group_policy_assignment',
    'azurerm_resource_policy_assignment',
    'azurerm_policy_assignment',
  ],
  identity: ['name'],
  read: (assignment) => ({ isEnforced: assignment.boolean(writtenName(assignment, 'enforce', 'enforcement_mode'), { default: true }) }),
});
