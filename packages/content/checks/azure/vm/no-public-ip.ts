/** A machine with an address of its own on the internet is one security rule away from being attacked. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Virtual machines have no public address', ja: '仮想マシンにパブリック IP がない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.network.network-interface',
  why: {
    en: 'A public address puts every service of the machine one wrong rule away from the internet; gateways and Bastion make it needless.',
    ja: 'パブリック IP があると、ルールを 1 つ間違えただけでマシンのサービスが公開されます。ゲートウェイや Bastion があれば不要です。',
  },
  fix: {
    summary: {
      en: 'Remove the public address; publish through a load balancer or gateway, administer through Azure Bastion.',
      ja: 'パブリック IP を外し、公開はロードバランサーやゲートウェイ、管理は Azure Bastion を経由してください。',
    },
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
    cli: 'az network nic ip-config update --resource-group GROUP --nic-name NIC --name CONFIG --remove publicIpAddress',
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses'],
  equivalents: ['CKV_AZURE_119', 'AVD-AZU-0076'],
  evaluate(nic) {
    if (none(nic.ipConfigurations, (each) => each.hasPublicIp)) return pass();
    return fail({
      en: `Network interface ${nic.name} has a public address`,
      ja: `ネットワークインターフェイス ${nic.name} にパブリック IP があります`,
    });
  },
  examples: [
    fails(
      'with a public address',
      `resource "azurerm_public_ip" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  allocation_method   = "Static"
}
resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = azurerm_public_ip.orders.id
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
        "ipConfigurations": [
          {
            "name": "internal",
            "properties": {
              "privateIPAllocationMethod": "Dynamic",
              "publicIPAddress": { "id": "[resourceId('Microsoft.Network/publicIPAddresses', 'orders')]" }
            }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'private only',
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
    fails(
      'handed in',
      `variable "address" {}
resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = var.address
  }
}`,
    ),
  ],
});
