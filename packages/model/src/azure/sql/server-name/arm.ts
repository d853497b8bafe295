import { defineArm } from '../../../code/index.ts';
import type { DatabaseServerName } from './shape.ts';

export const arm = defineArm<DatabaseServerName>({
  types: [
    'Microsoft.Sql/servers',
    'Microsoft.Sql/managedInstances',
    'Microsoft.DBforPostgreSQL/flexibleServers',
    'Microsoft.DBforMySQL/flexibleServers',
    'Microsoft.DocumentDB/databaseAccounts',
  ],
  identity: ['name'],
  read: (block, context) => ({ ownName: block.string('name'), tags: context.tags(block) }),
});
