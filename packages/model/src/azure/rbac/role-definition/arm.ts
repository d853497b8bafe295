import { defineArm } from '../../../code/index.ts';
import { joinedStrings } from '../joined.ts';
import { scopesOf } from '../scopes.ts';
import type { RoleDefinition } from './shape.ts';

export const arm = defineArm<RoleDefinition>({
  types: ['Microsoft.Authorization/roleDefinitions'],
  identity: ['name'],
  read(role) {
    const properties = role.block('properties');
    const permissions = properties.blocks('permissions');
    return {
      actions: joinedStrings(properties, permissions, 'actions'),
      notActions: joinedStrings(properties, permissions, 'notActions'),
      ...scopesOf(properties, 'assignableScopes'),
    };
  },
});
