/** Whoever answers DNS decides where the network connects to. */
import { defineCheck, fail, fails, find, isUnknown, overlap, parseCidr, pass, passes } from '@kumomori/model';

function isInside(address: string, ranges: readonly string[]): boolean {
  const server = parseCidr(address);
  const known = ranges.flatMap((range) => parseCidr(range) ?? []);
  return server === null || overlap([server], known) > 0n;
}

export const check = defineCheck({
  title: { en: 'Own DNS servers are inside the network', ja: '独自の DNS サーバーが仮想ネットワーク内にある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.virtual-network',
  why: {
    en: 'DNS servers outside of the network see every name that is asked for, and can send clients anywhere.',
    ja: 'ネットワーク外の DNS サーバーは問い合わせた名前をすべて見ることができ、接続先を偽ることもできます。',
  },
  fix: {
    summary: {
      en: 'Use DNS servers of the address space, or the one of Azure.',
      ja: 'アドレス空間内の DNS サーバーか、Azure の DNS を使ってください。',
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
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] }, "dhcpOptions": { "dnsServers": ["10.20.0.4"] } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances'],
  equivalents: ['CKV_AZURE_183'],
  noFramework: 'no control mapping yet',
  evaluate(network) {
    const stranger = find(network.dnsServers, (server) => !isInside(server, network.addressSpace));
    if (stranger === undefined) return pass();
    return fail({
      en: `Network ${network.name} asks the DNS server ${stranger} outside of its address space`,
      ja: `仮想ネットワーク ${network.name} はアドレス空間外の DNS サーバー ${stranger} を使っています`,
    });
  },
  examples: [
    fails(
      'a server of somebody else',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  dns_servers = ["198.51.100.53"]
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
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] }, "dhcpOptions": { "dnsServers": ["198.51.100.53"] } }
    }
  ]
}`,
      },
    ),
    passes(
      'inside',
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
      'none written',
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
      'handed in',
      `variable "server" {}
resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  dns_servers = [var.server]
}`,
    ),
  ],
});
