import { defineTerraform } from '../../../code/index.ts';
import type { StorageAccountName } from './shape.ts';

export const terraform = defineTerraform<StorageAccountName>({
  types: ['azurerm_storage_account'],
  identity: ['name'],
  read: (block, context) => ({ ownName: block.string('name'), tags: context.tags(block) }),
});
