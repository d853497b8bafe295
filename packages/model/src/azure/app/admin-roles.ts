/** Which administrating roles the managed identity of a resource is given in this code. */
import type { BlockReader, ListNode, ReaderContext } from '../../code/index.ts';
import type { Value } from '../../value.ts';
import { roleLeaf } from '../rbac/roles.ts';

/** `types`: block types of the resource. A user-assigned identity counts when the resource uses it. O(role assignments). */
export function adminRolesOf(resource: BlockReader, context: ReaderContext, types: readonly string[]): ListNode<string> {
  const identities = ['azurerm_user_assigned_identity', 'Microsoft.ManagedIdentity/userAssignedIdentities'];
  const own = identityIds(resource).flatMap((id) => context.targets(id, identities).map((each) => each.resource));
  const assignments = [...context.all('azurerm_role_assignment'), ...context.all('Microsoft.Authorization/roleAssignments')].filter(
    (assignment) => {
      const principal = assignment.value('principal_id') ?? assignment.block('properties').value('principalId');
      if (!principal || principal.refs.length === 0) return false;
      const meant = context.targets(principal, [...types, ...identities]).map((each) => each.resource);
      return meant.some((each) => each === resource.resource || own.includes(each));
    },
  );
  return {
    node: 'list',
    items: assignments.map((assignment) => ({ node: roleLeaf(assignment), uncertain: assignment.uncertain })),
    rest: null,
    place: resource.place,
  };
}

/** `identity.identity_ids` of azurerm; the keys of `identity.userAssignedIdentities` name them in ARM, where references are their only trace. */
function identityIds(resource: BlockReader): readonly Value[] {
  const identity = resource.block('identity');
  const ids = identity.value('identity_ids') ?? identity.value('userAssignedIdentities');
  return ids === undefined ? [] : ids.kind === 'list' || ids.kind === 'set' ? ids.items : [ids];
}
