/** A single DNS server takes the whole network with it when it fails. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Networks with own DNS servers have at least two', ja: '独自 DNS を使うネットワークに 2 台以上の DNS サーバーがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.virtual-network',
  why: {
    en: 'When the only DNS server is down or patched, nothing in the network finds anything else.',
    ja: 'DNS サーバーが 1 台だけだと、その停止や更新中はネットワーク内の名前解決がすべて止まります。',
  },
  fix: {
    summary: {
      en: 'Name a second DNS server, or none to use the one of Azure.',
      ja: '2 台目の DNS サーバーを指定するか、指定をやめて Azure の DNS を使ってください。',
    },
    terraform: `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  dns_servers = ["10.20.0.4", "10.20.0.5"]
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] }, "dhcpOptions": { "dnsServers": ["10.20.0.4", "10.20.0.5"] } }
    }
  ]
}`,
    cli: 'az network vnet update --resource-group GROUP --name VNET --dns-servers 10.20.0.4 10.20.0.5',
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances'],
  equivalents: ['CKV_AZURE_182'],
  noFramework: 'no control mapping yet',
  evaluate(network) {
    if (network.dnsServers.length !== 1) return pass();
    return fail({
      en: `Network ${network.name} has a single DNS server`,
      ja: `仮想ネットワーク ${network.name} の DNS サーバーは 1 台だけです`,
    });
  },
  examples: [
    fails(
      'one server',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  dns_servers = ["10.20.0.4"]
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
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] }, "dhcpOptions": { "dnsServers": ["10.20.0.4"] } }
    }
  ]
}`,
      },
    ),
    passes(
      'two servers',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  dns_servers = ["10.20.0.4", "10.20.0.5"]
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
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] }, "dhcpOptions": { "dnsServers": ["10.20.0.4", "10.20.0.5"] } }
    }
  ]
}`,
      },
    ),
    passes(
      'the one of Azure',
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
    fails(
      'one server in a resource of its own',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]
}
resource "azurerm_virtual_network_dns_servers" "hub" {
  virtual_network_id = azurerm_virtual_network.hub.id
  dns_servers        = ["10.20.0.4"]
}`,
    ),
    fails(
      'one server for a network from elsewhere, two for another',
      `resource "azurerm_virtual_network_dns_servers" "hub" {
  virtual_network_id = var.hub
  dns_servers        = ["10.20.0.4"]
}
resource "azurerm_virtual_network_dns_servers" "spoke" {
  virtual_network_id = var.spoke
  dns_servers        = ["10.20.0.4", "10.20.0.5"]
}`,
    ),
    isUnknown(
      'handed in',
      `variable "servers" {
  type = list(string)
}
resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  dns_servers = var.servers
}`,
    ),
  ],
});
