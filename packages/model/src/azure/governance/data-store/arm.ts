import { defineArm } from '../../../code/index.ts';
import type { DataStore } from './shape.ts';

export const arm = defineArm<DataStore>({
  types: [
    'Microsoft.Storage/storageAccounts',
    'Microsoft.Sql/servers',
    'Microsoft.DBforPostgreSQL/flexibleServers',
    'Microsoft.DBforPostgreSQL/servers',
    'Microsoft.DBforMySQL/flexibleServers',
    'Microsoft.DBforMySQL/servers',
    'Microsoft.DBforMariaDB/servers',
    'Microsoft.DocumentDB/databaseAccounts',
    'Microsoft.Cache/redis',
    'Microsoft.Compute/disks',
    'Microsoft.KeyVault/vaults',
    'Microsoft.ServiceBus/namespaces',
    'Microsoft.EventHub/namespaces',
    'Microsoft.Synapse/workspaces',
    'Microsoft.Kusto/clusters',
    'Microsoft.Databricks/workspaces',
    'Microsoft.RecoveryServices/vaults',
    'Microsoft.OperationalInsights/workspaces',
  ],
  identity: ['name'],
  read: (resource, context) => ({ region: resource.string('location', { required: true }), tags: context.tags(resource) }),
});
