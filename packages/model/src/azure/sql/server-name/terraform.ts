import { defineTerraform } from '../../../code/index.ts';
import type { DatabaseServerName } from './shape.ts';

export const terraform = defineTerraform<DatabaseServerName>({
  types: [
    'azurerm_mssql_server',
    'azurerm_mssql_managed_instance',
    'azurerm_postgresql_flexible_server',
    'azurerm_mysql_flexible_server',
    'azurerm_cosmosdb_account',
  ],
  identity: ['name'],
  read: (block, context) => ({ ownName: block.string('name'), tags: context.tags(block) }),
});
