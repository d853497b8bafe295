import { defineTerraform } from '../../../code/index.ts';
import { roleLeaf } from '../roles.ts';
import type { RoleAssignment } from './shape.ts';

export const terraform = defineTerraform<RoleAssignment>({
  types: ['azurerm_role_assignment'],
  read: (assignment) => ({
    role: roleLeaf(assignment),
    principalKind: assignment.string('principal_type'),
    hasCondition: assignment.isSet('condition'),
  }),
});
