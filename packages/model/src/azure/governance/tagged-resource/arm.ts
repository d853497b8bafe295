import { defineArm } from '../../../code/index.ts';
import type { TaggedResource } from './shape.ts';

export const arm = defineArm<TaggedResource>({
  types: [
    'Microsoft.Resources/resourceGroups',
    'Microsoft.Compute/virtualMachines',
    'Microsoft.Compute/virtualMachineScaleSets',
    'Microsoft.Compute/disks',
    'Microsoft.Network/virtualNetworks',
    'Microsoft.Network/networkSecurityGroups',
    'Microsoft.Network/publicIPAddresses',
    'Microsoft.Storage/storageAccounts',
    'Microsoft.KeyVault/vaults',
    'Microsoft.Sql/servers',
    'Microsoft.Sql/servers/databases',
    'Microsoft.DBforPostgreSQL/flexibleServers',
    'Microsoft.DBforMySQL/flexibleServers',
    'Microsoft.DocumentDB/databaseAccounts',
    'Microsoft.Cache/redis',
    'Microsoft.ContainerService/managedClusters',
    'Microsoft.ContainerRegistry/registries',
    'Microsoft.App/containerApps',
    'Microsoft.Web/sites',
    'Microsoft.ServiceBus/namespaces',
    'Microsoft.EventHub/namespaces',
    'Microsoft.OperationalInsights/workspaces',
  ],
  identity: ['name'],
  read: (resource, context) => ({ tags: context.tags(resource) }),
});
