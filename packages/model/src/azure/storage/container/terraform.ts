import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { mapLeaf } from '../../core/index.ts';
import type { StorageContainer } from './shape.ts';

export const terraform = defineTerraform<StorageContainer>({
  types: ['azurerm_storage_container'],
  satellites: { azurerm_storage_container_immutability_policy: 'storage_container_resource_manager_id' },
  identity: ['name'],
  read(container, context): FieldsOf<StorageContainer> {
    return {
      access: container.string('container_access_type', { default: 'private' }),
      label: container.text('name'),
      immutability: immutability(context.satellite('azurerm_storage_container_immutability_policy')),
    };
  },
});

function immutability(policy: BlockReader): Leaf<string> {
  if (!policy.exists) return policy.string('locked', { default: 'none' });
  return mapLeaf(policy.boolean('locked', { default: false }), (isLocked) => (isLocked ? 'locked' : 'unlocked'));
}
