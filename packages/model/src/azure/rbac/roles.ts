/** Names of built-in roles, by the id that templates name them with. Source: "Azure built-in roles", Microsoft Learn, read 2026-11-22. */
import type { BlockReader, Leaf } from '../../code/index.ts';
import { mapLeaf } from '../core/index.ts';

const names: Readonly<Record<string, string>> = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': 'Owner',
  'b24988ac-6180-42a0-ab88-20f7382dd24c': 'Contributor',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': 'User Access Administrator',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168': 'Role Based Access Control Administrator',
  'acdd72a7-3385-48ef-bd42-f606fba81ae7': 'Reader',
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1': 'Storage Blob Data Reader',
};

/** The name of a role assignment's role; an id that is none of those stays as it is written. */
export function roleLeaf(assignment: BlockReader): Leaf<string> {
  const named = assignment.string('role_definition_name');
  if (named.state !== 'absent') return assignment.string('role_definition_name', { default: '' });
  const id =
    assignment.value('role_definition_id') === undefined
      ? assignment.block('properties').text('roleDefinitionId', { default: '' })
      : assignment.text('role_definition_id', { default: '' });
  return mapLeaf(id, (text) => Object.entries(names).find(([guid]) => text.toLowerCase().includes(guid))?.[1] ?? text);
}
