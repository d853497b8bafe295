import { defineArm } from '../../../code/index.ts';
import type { StorageAccountName } from './shape.ts';

export const arm = defineArm<StorageAccountName>({
  types: ['Microsoft.Storage/storageAccounts'],
  identity: ['name'],
  read: (block, context) => ({ ownName: block.string('name'), tags: context.tags(block) }),
});
