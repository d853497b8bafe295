/** Ids of Azure's resources in code. Source: Azure documentation, "Resource providers", and hashicorp/azurerm documentation, read 2026-11-22. */
import type { NameRule } from '../naming.ts';
import { azureName } from './words.ts';

const identity: NameRule = {
  name: ['name'],
  attributes: {
    id: '/subscriptions/{account}/resourceGroups/{=resource_group_name|~group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}',
    principal_id: '{self}.principal',
    client_id: '{self}.client',
  },
};

export const azureNames: readonly (readonly [string, NameRule])[] = [
  ...azureName(
    'azurerm_linux_virtual_machine azurerm_windows_virtual_machine azurerm_virtual_machine',
    'Microsoft.Compute/virtualMachines',
  ),
  ...azureName(
    'azurerm_linux_virtual_machine_scale_set azurerm_windows_virtual_machine_scale_set azurerm_orchestrated_virtual_machine_scale_set',
    'Microsoft.Compute/virtualMachineScaleSets',
  ),
  ...azureName('azurerm_kubernetes_cluster', 'Microsoft.ContainerService/managedClusters'),
  ...azureName('azurerm_container_group', 'Microsoft.ContainerInstance/containerGroups'),
  ...azureName('azurerm_container_app', 'Microsoft.App/containerApps'),
  ...azureName('azurerm_container_app_job', 'Microsoft.App/jobs'),
  ...azureName(
    [
      'azurerm_linux_web_app azurerm_windows_web_app azurerm_app_service azurerm_linux_function_app azurerm_windows_function_app',
      'azurerm_function_app azurerm_function_app_flex_consumption azurerm_logic_app_standard',
    ].join(' '),
    'Microsoft.Web/sites',
  ),
  ...azureName('azurerm_automation_account', 'Microsoft.Automation/automationAccounts'),
  ...azureName('azurerm_logic_app_workflow', 'Microsoft.Logic/workflows'),
  ...azureName('azurerm_data_factory', 'Microsoft.DataFactory/factories'),
  ...azureName('azurerm_synapse_workspace', 'Microsoft.Synapse/workspaces'),
  ...azureName('azurerm_machine_learning_workspace', 'Microsoft.MachineLearningServices/workspaces'),
  ...azureName('azurerm_api_management', 'Microsoft.ApiManagement/service'),
  ...azureName('azurerm_storage_account', 'Microsoft.Storage/storageAccounts'),
  ...azureName('azurerm_key_vault', 'Microsoft.KeyVault/vaults'),
  ...azureName('azurerm_mssql_server azurerm_sql_server', 'Microsoft.Sql/servers'),
  ...azureName('azurerm_mssql_managed_instance', 'Microsoft.Sql/managedInstances'),
  ...azureName('azurerm_postgresql_flexible_server', 'Microsoft.DBforPostgreSQL/flexibleServers'),
  ...azureName('azurerm_mysql_flexible_server', 'Microsoft.DBforMySQL/flexibleServers'),
  ...azureName('azurerm_cosmosdb_account', 'Microsoft.DocumentDB/databaseAccounts'),
  ...azureName('azurerm_managed_disk', 'Microsoft.Compute/disks'),
  ...azureName('azurerm_snapshot', 'Microsoft.Compute/snapshots'),
  ...azureName('azurerm_image', 'Microsoft.Compute/images'),
  ...azureName('azurerm_container_registry', 'Microsoft.ContainerRegistry/registries'),
  ...azureName('azurerm_redis_cache', 'Microsoft.Cache/redis'),
  ...azureName('azurerm_servicebus_namespace', 'Microsoft.ServiceBus/namespaces'),
  ...azureName('azurerm_eventhub_namespace', 'Microsoft.EventHub/namespaces'),
  ...azureName('azurerm_recovery_services_vault', 'Microsoft.RecoveryServices/vaults'),
  ...azureName('azurerm_log_analytics_workspace', 'Microsoft.OperationalInsights/workspaces'),
  ...azureName('azurerm_app_configuration', 'Microsoft.AppConfiguration/configurationStores'),
  ...azureName('', 'Microsoft.ManagedIdentity/userAssignedIdentities'),
  ['azurerm_user_assigned_identity', identity],
  ['data.azurerm_user_assigned_identity', identity],
];
