import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { joinedStrings } from '../joined.ts';
import { scopesOf } from '../scopes.ts';
import type { RoleDefinition } from './shape.ts';

export const terraform = defineTerraform<RoleDefinition>({
  types: ['azurerm_role_definition'],
  identity: ['name'],
  read: (role) => ({
    actions: permissions(role, 'actions'),
    notActions: permissions(role, 'not_actions'),
    ...scopesOf(role, role.value('assignable_scopes') === undefined ? 'scope' : 'assignable_scopes'),
  }),
});

function permissions(role: BlockReader, attribute: string): ListNode<string> {
  return joinedStrings(role, role.blocks('permissions'), attribute);
}
