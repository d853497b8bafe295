/** Only routers and firewalls pass on what is not meant for them. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network interfaces do not forward packets of others', ja: 'ネットワークインターフェイスが IP 転送をしない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.network-interface',
  why: {
    en: 'With forwarding a compromised machine can pose as others or carry traffic past the firewall.',
    ja: 'IP 転送が有効だと、侵害されたマシンが他のマシンになりすましたり、ファイアウォールを迂回して通信を中継できます。',
  },
  fix: {
    summary: { en: 'Switch IP forwarding off unless the machine is a router.', ja: 'ルーター用途でなければ IP 転送を無効にしてください。' },
    terraform: `resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"

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
      "properties": { "ipConfigurations": [{ "name": "internal", "properties": { "privateIPAllocationMethod": "Dynamic" } }] }
    }
  ]
}`,
    cli: 'az network nic update --resource-group GROUP --name NIC --ip-forwarding false',
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface'],
  equivalents: ['CKV_AZURE_118', 'AVD-AZU-0075'],
  noFramework: 'no control mapping yet',
  evaluate(nic) {
    if (!nic.hasIpForwarding) return pass();
    return fail({
      en: `Network interface ${nic.name} forwards packets of others`,
      ja: `ネットワークインターフェイス ${nic.name} で IP 転送が有効です`,
    });
  },
  examples: [
    fails(
      'switched on',
      `resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"
  ip_forwarding_enabled = true

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
        "enableIPForwarding": true
      }
    }
  ]
}`,
      },
    ),
    fails(
      'by its name in version 3',
      `resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"
  enable_ip_forwarding = true

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
  }
}`,
    ),
    passes(
      'not written',
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
    isUnknown(
      'handed in',
      `variable "router" {}
resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"
  ip_forwarding_enabled = var.router

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
  }
}`,
    ),
  ],
});
