/** Which administrating roles the managed identity of a resource is given in this code. */
import type { BlockReader, ListNode, ReaderContext } from '../../code/index.ts';
import type { Value } from '../../value.ts';
import type { Naming } from '../core/index.ts';
import { linksOf, unseenAmong } from '../core/index.ts';
import { roleLeaf } from '../rbac/roles.ts';

const identities = ['azurerm_user_assigned_identity', 'Microsoft.ManagedIdentity/userAssignedIdentities'];

/** `types`: block types of the resource. A user-assigned identity counts when the resource uses it. O(role assignments) for the first who asks. */
export function adminRolesOf(resource: BlockReader, context: ReaderContext, types: readonly string[]): ListNode<string> {
  const users = identityIds(resource).flatMap((id) => context.targets(id, identities).map((each) => each.resource));
  const links = ['azurerm_role_assignment', 'Microsoft.Authorization/roleAssignments'].map((type) =>
    linksOf(context.all(type), [...types, ...identities], { context, namings }),
  );
  const assignments = [resource.resource, ...users].flatMap((each) => (each ? links.flatMap(({ to }) => to.get(each) ?? []) : []));
  return {
    node: 'list',
    items: assignments.map((assignment) => ({ node: roleLeaf(assignment), uncertain: assignment.uncertain })),
    rest: unseenAmong(context.all('Microsoft.Authorization/roleAssignments')),
    place: resource.place,
  };
}

/** A principal that is named by its literal id says nothing about a resource. */
function namings(assignment: BlockReader): readonly Naming<BlockReader>[] {
  const principal = assignment.value('principal_id') ?? assignment.block('properties').value('principalId');
  return principal && principal.refs.length > 0 ? [{ value: principal, from: assignment }] : [];
}

/** `identity.identity_ids` of azurerm; the keys of `identity.userAssignedIdentities` name them in ARM, where references are their only trace. */
function identityIds(resource: BlockReader): readonly Value[] {
  const identity = resource.block('identity');
  const ids = identity.value('identity_ids') ?? identity.value('userAssignedIdentities');
  return ids === undefined ? [] : ids.kind === 'list' || ids.kind === 'set' ? ids.items : [ids];
}
