import { defineArm } from '../../../code/index.ts';
import { roleLeaf } from '../roles.ts';
import type { RoleAssignment } from './shape.ts';

export const arm = defineArm<RoleAssignment>({
  types: ['Microsoft.Authorization/roleAssignments'],
  read(assignment) {
    const properties = assignment.block('properties');
    return {
      role: roleLeaf(assignment),
      principalKind: properties.string('principalType'),
      hasCondition: properties.isSet('condition'),
    };
  },
});
