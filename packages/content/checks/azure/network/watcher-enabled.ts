/** Flow logs, packet captures and connection tests need a watcher in the region. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network Watcher runs in each used region', ja: '利用中の各リージョンで Network Watcher が有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.network.virtual-network',
  why: {
    en: 'Without a watcher in its region nobody can record or look into the traffic of a network.',
    ja: 'リージョンに Network Watcher がないと、ネットワークの通信を記録も調査もできません。',
  },
  fix: {
    summary: {
      en: 'Create a Network Watcher in the region of the network.',
      ja: 'ネットワークのリージョンに Network Watcher を作成してください。',
    },
    terraform: `resource "azurerm_network_watcher" "tokyo" {
  name                = "tokyo"
  location            = "japaneast"
  resource_group_name = "network"
}

resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Network/networkWatchers", "apiVersion": "2024-05-01", "name": "tokyo", "location": "japaneast" },
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] } }
    }
  ]
}`,
    cli: 'az network watcher configure --resource-group GROUP --locations REGION --enabled true',
  },
  references: ['https://learn.microsoft.com/azure/network-watcher/network-watcher-overview'],
  equivalents: ['prowler:network_watcher_enabled', 'cloudsploit:networkWatcherEnabled'],
  evaluate(network) {
    if (network.hasNetworkWatcher) return pass();
    return fail({
      en: `No Network Watcher of this code is in the region of network ${network.name}`,
      ja: `仮想ネットワーク ${network.name} のリージョンに Network Watcher がありません`,
    });
  },
  examples: [
    fails(
      'only in another region',
      `resource "azurerm_network_watcher" "tokyo" {
  name                = "tokyo"
  location            = "japanwest"
  resource_group_name = "network"
}
resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Network/networkWatchers", "apiVersion": "2024-05-01", "name": "tokyo", "location": "japanwest" },
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] } }
    }
  ]
}`,
      },
    ),
    passes(
      'in the same region',
      `resource "azurerm_network_watcher" "tokyo" {
  name                = "tokyo"
  location            = "Japan East"
  resource_group_name = "network"
}
resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Network/networkWatchers", "apiVersion": "2024-05-01", "name": "tokyo", "location": "japaneast" },
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] } }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'the code sets up no watchers',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] } }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'the region is handed in',
      `variable "region" {}
resource "azurerm_network_watcher" "tokyo" {
  name                = "tokyo"
  location            = var.region
  resource_group_name = "network"
}
resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]
}`,
    ),
  ],
});
