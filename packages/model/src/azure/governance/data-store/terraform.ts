import { defineTerraform } from '../../../code/index.ts';
import type { DataStore } from './shape.ts';

export const terraform = defineTerraform<DataStore>({
  types: [
    'azurerm_storage_account',
    'azurerm_mssql_server',
    'azurerm_postgresql_flexible_server',
    'azurerm_postgresql_server',
    'azurerm_mysql_flexible_server',
    'azurerm_mysql_server',
    'azurerm_mariadb_server',
    'azurerm_cosmosdb_account',
    'azurerm_redis_cache',
    'azurerm_managed_disk',
    'azurerm_key_vault',
    'azurerm_servicebus_namespace',
    'azurerm_eventhub_namespace',
    'azurerm_synapse_workspace',
    'azurerm_kusto_cluster',
    'azurerm_databricks_workspace',
    'azurerm_recovery_services_vault',
    'azurerm_log_analytics_workspace',
  ],
  identity: ['name'],
  read: (block, context) => ({ region: block.string('location', { required: true }), tags: context.tags(block) }),
});
