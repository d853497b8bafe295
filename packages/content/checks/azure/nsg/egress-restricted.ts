/** Who cannot call home cannot load tools or carry data away. */
import { any, defineCheck, describeRulePorts, fail, fails, find, isInternetPrefix, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No rule opens all of the internet for outgoing traffic', ja: 'インターネット全体への送信を許可するルールがない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.security-group',
  why: {
    en: 'A rule for outgoing traffic to everywhere lets an intruder load tools and carry data away unhindered.',
    ja: 'あらゆる宛先への送信を許すと、侵入者はツールの取得もデータの持ち出しも自由にできます。',
  },
  fix: {
    summary: {
      en: 'Allow outgoing traffic to the service tags or ranges that are needed.',
      ja: '必要なサービスタグやアドレス範囲への送信だけを許可してください。',
    },
    terraform: `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "storage"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "*"
    destination_address_prefix = "Storage.JapanEast"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkSecurityGroups",
      "apiVersion": "2024-05-01",
      "name": "web-nsg",
      "location": "japaneast",
      "properties": {
        "securityRules": [
          {
            "name": "clients",
            "properties": {
              "priority": 100, "direction": "Outbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "443", "sourceAddressPrefix": "*", "destinationAddressPrefix": "Storage.JapanEast"
            }
          }
        ]
      }
    }
  ]
}`,
    cli: 'az network nsg rule update --resource-group GROUP --nsg-name NSG --name RULE --destination-address-prefixes Storage',
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview'],
  equivalents: ['AVD-AZU-0051', 'tfsec:azure-network-no-public-egress'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    const rule = find(group.outbound, (each) => any(each.destinations, isInternetPrefix) && each.access === 'Allow');
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} allows traffic to all of the internet (ports ${describeRulePorts(rule)})`,
      ja: `セキュリティグループ ${group.name} がインターネット全体への送信を許可しています (ポート ${describeRulePorts(rule)})`,
    });
  },
  examples: [
    fails(
      'to everywhere',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "*"
    destination_address_prefix = "0.0.0.0/0"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkSecurityGroups",
      "apiVersion": "2024-05-01",
      "name": "web-nsg",
      "location": "japaneast",
      "properties": {
        "securityRules": [
          {
            "name": "clients",
            "properties": {
              "priority": 100, "direction": "Outbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "443", "sourceAddressPrefix": "*", "destinationAddressPrefix": "0.0.0.0/0"
            }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'to the tag Internet',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "Internet"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkSecurityGroups",
      "apiVersion": "2024-05-01",
      "name": "web-nsg",
      "location": "japaneast",
      "properties": {
        "securityRules": [
          {
            "name": "clients",
            "properties": {
              "priority": 100, "direction": "Outbound", "access": "Allow", "protocol": "*", "sourcePortRange": "*",
              "destinationPortRange": "*", "sourceAddressPrefix": "*", "destinationAddressPrefix": "Internet"
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
      'to a service',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "*"
    destination_address_prefix = "Storage.JapanEast"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkSecurityGroups",
      "apiVersion": "2024-05-01",
      "name": "web-nsg",
      "location": "japaneast",
      "properties": {
        "securityRules": [
          {
            "name": "clients",
            "properties": {
              "priority": 100, "direction": "Outbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "443", "sourceAddressPrefix": "*", "destinationAddressPrefix": "Storage.JapanEast"
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
      'a denial',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "Internet"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkSecurityGroups",
      "apiVersion": "2024-05-01",
      "name": "web-nsg",
      "location": "japaneast",
      "properties": {
        "securityRules": [
          {
            "name": "clients",
            "properties": {
              "priority": 100, "direction": "Outbound", "access": "Deny", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "*", "sourceAddressPrefix": "*", "destinationAddressPrefix": "Internet"
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
      'coming in',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "10.0.0.0/8"
    destination_address_prefix = "*"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkSecurityGroups",
      "apiVersion": "2024-05-01",
      "name": "web-nsg",
      "location": "japaneast",
      "properties": {
        "securityRules": [
          {
            "name": "clients",
            "properties": {
              "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "443", "sourceAddressPrefix": "10.0.0.0/8", "destinationAddressPrefix": "*"
            }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
  ],
});
