import { defineTerraform } from '../../../code/index.ts';
import type { StorageBucketName } from './shape.ts';

export const terraform = defineTerraform<StorageBucketName>({
  types: ['google_storage_bucket'],
  identity: ['name'],
  read: (block, context) => ({ ownName: block.string('name'), tags: context.tags(block) }),
});
