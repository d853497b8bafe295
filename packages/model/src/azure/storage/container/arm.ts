import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { defineArm, unresolved } from '../../../code/index.ts';
import { mapLeaf } from '../../core/index.ts';
import type { StorageContainer } from './shape.ts';

export const arm = defineArm<StorageContainer>({
  types: ['Microsoft.Storage/storageAccounts/blobServices/containers'],
  satellites: { 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies': 'parent' },
  identity: ['name'],
  read(container, context): FieldsOf<StorageContainer> {
    const properties = container.block('properties');
    return {
      access: mapLeaf(properties.string('publicAccess', { default: 'None' }), (level) =>
        level.toLowerCase() === 'none' ? 'private' : level.toLowerCase(),
      ),
      label: mapLeaf(container.text('name'), (path) => path?.split('/').at(-1)),
      immutability: immutability(context.satellite('Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies')),
    };
  },
});

function immutability(policy: BlockReader): Leaf<string> {
  if (!policy.exists) return policy.string('state', { default: 'none' });
  return unresolved({ code: 'computed', detail: 'whether the policy is locked is no property of a template' }, policy.place);
}
