/** A single DNS server takes the machine with it when it fails. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network interfaces with own DNS servers have at least two', ja: '独自 DNS を使う NIC に 2 台以上の DNS サーバーがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.network-interface',
  why: {
    en: 'When the only DNS server is down, the machine finds nothing any more.',
    ja: 'DNS サーバーが 1 台だけだと、その停止中は名前解決ができません。',
  },
  fix: {
    summary: {
      en: 'Name a second DNS server, or none to use those of the network.',
      ja: '2 台目の DNS サーバーを指定するか、指定をやめて仮想ネットワークの設定を使ってください。',
    },
    terraform: `resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_servers         = ["10.20.0.4", "10.20.0.5"]

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkInterfaces",
      "apiVersion": "2024-05-01",
      "name": "orders-nic",
      "location": "japaneast",
      "properties": {
        "ipConfigurations": [{ "name": "internal", "properties": { "privateIPAllocationMethod": "Dynamic" } }],
        "dnsSettings": { "dnsServers": ["10.20.0.4", "10.20.0.5"] }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances'],
  equivalents: ['CKV_AZURE_182'],
  noFramework: 'no control mapping yet',
  evaluate(nic) {
    if (nic.dnsServers.length !== 1) return pass();
    return fail({
      en: `Network interface ${nic.name} has a single DNS server`,
      ja: `ネットワークインターフェイス ${nic.name} の DNS サーバーは 1 台だけです`,
    });
  },
  examples: [
    fails(
      'one server',
      `resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_servers         = ["10.20.0.4"]

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkInterfaces",
      "apiVersion": "2024-05-01",
      "name": "orders-nic",
      "location": "japaneast",
      "properties": {
        "ipConfigurations": [{ "name": "internal", "properties": { "privateIPAllocationMethod": "Dynamic" } }],
        "dnsSettings": { "dnsServers": ["10.20.0.4"] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'two servers',
      `resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_servers         = ["10.20.0.4", "10.20.0.5"]

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkInterfaces",
      "apiVersion": "2024-05-01",
      "name": "orders-nic",
      "location": "japaneast",
      "properties": {
        "ipConfigurations": [{ "name": "internal", "properties": { "privateIPAllocationMethod": "Dynamic" } }],
        "dnsSettings": { "dnsServers": ["10.20.0.4", "10.20.0.5"] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'none written',
      `resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkInterfaces",
      "apiVersion": "2024-05-01",
      "name": "orders-nic",
      "location": "japaneast",
      "properties": { "ipConfigurations": [{ "name": "internal", "properties": { "privateIPAllocationMethod": "Dynamic" } }] }
    }
  ]
}`,
      },
    ),
  ],
});
