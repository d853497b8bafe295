/** A Bastion makes public addresses and open ports for administration needless. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A Bastion host exists for administration', ja: '管理用に Bastion ホストがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.administration',
  why: {
    en: 'Machines with public addresses are administered through ports that the internet can reach; a Bastion closes them.',
    ja: 'パブリック IP を持つマシンはインターネットから届くポートで管理されがちです。Bastion があればそれを閉じられます。',
  },
  fix: {
    summary: {
      en: 'Create an Azure Bastion and take the public addresses away.',
      ja: 'Azure Bastion を作成し、パブリック IP を外してください。',
    },
    terraform: `resource "azurerm_bastion_host" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"

  ip_configuration {
    name                 = "bastion"
    subnet_id            = "AzureBastionSubnet"
    public_ip_address_id = "bastion"
  }
}

resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  network_interface_ids = [azurerm_network_interface.orders.id]
}

resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = "orders"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Network/bastionHosts", "apiVersion": "2024-05-01", "name": "hub", "properties": {} },
    {
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01",
      "properties": { "networkProfile": { "networkInterfaces": [{ "id": "[resourceId('Microsoft.Network/networkInterfaces', 'orders-nic')]" }] } }
    },
    {
      "type": "Microsoft.Network/networkInterfaces",
      "apiVersion": "2024-05-01",
      "name": "orders-nic",
      "properties": { "ipConfigurations": [{ "name": "internal", "properties": { "publicIPAddress": { "id": "orders" } } }] }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/bastion/bastion-overview'],
  equivalents: ['prowler:network_bastion_host_exists'],
  evaluate(administration) {
    if (administration.hasBastion) return pass();
    return fail({
      en: `Machines with public addresses such as that of ${administration.name} are administered without a Bastion`,
      ja: `${administration.name} などパブリック IP を持つマシンがありますが、Bastion がありません`,
    });
  },
  examples: [
    fails(
      'a machine with a public address and no Bastion',
      `resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  network_interface_ids = [azurerm_network_interface.orders.id]
}
resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = "orders"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01",
      "properties": { "networkProfile": { "networkInterfaces": [{ "id": "[resourceId('Microsoft.Network/networkInterfaces', 'orders-nic')]" }] } }
    },
    {
      "type": "Microsoft.Network/networkInterfaces",
      "apiVersion": "2024-05-01",
      "name": "orders-nic",
      "properties": { "ipConfigurations": [{ "name": "internal", "properties": { "publicIPAddress": { "id": "orders" } } }] }
    }
  ]
}`,
      },
    ),
    passes(
      'with a Bastion',
      `resource "azurerm_bastion_host" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"

  ip_configuration {
    name                 = "bastion"
    subnet_id            = "AzureBastionSubnet"
    public_ip_address_id = "bastion"
  }
}
resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  network_interface_ids = [azurerm_network_interface.orders.id]
}
resource "azurerm_network_interface" "orders" {
  name                = "orders-nic"
  location            = "japaneast"
  resource_group_name = "orders"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = "orders"
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = "orders"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Network/bastionHosts", "apiVersion": "2024-05-01", "name": "hub", "properties": {} },
    {
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01",
      "properties": { "networkProfile": { "networkInterfaces": [{ "id": "[resourceId('Microsoft.Network/networkInterfaces', 'orders-nic')]" }] } }
    },
    {
      "type": "Microsoft.Network/networkInterfaces",
      "apiVersion": "2024-05-01",
      "name": "orders-nic",
      "properties": { "ipConfigurations": [{ "name": "internal", "properties": { "publicIPAddress": { "id": "orders" } } }] }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'private machines only',
      `resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  network_interface_ids = [azurerm_network_interface.orders.id]
}
resource "azurerm_network_interface" "orders" {
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
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01",
      "properties": { "networkProfile": { "networkInterfaces": [{ "id": "[resourceId('Microsoft.Network/networkInterfaces', 'orders-nic')]" }] } }
    },
    {
      "type": "Microsoft.Network/networkInterfaces",
      "apiVersion": "2024-05-01",
      "name": "orders-nic",
      "properties": { "ipConfigurations": [{ "name": "internal", "properties": {} }] }
    }
  ]
}`,
      },
    ),
  ],
});
