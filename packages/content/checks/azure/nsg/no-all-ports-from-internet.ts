/** One rule that opens everything makes every service on the machine public, also those nobody knows of. */
import { defineCheck, fail, fails, findOpenRule, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No rule opens every port to the internet', ja: 'すべてのポートをインターネットに開くルールがない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.network.security-group',
  why: {
    en: 'Such a rule publishes every service of the machine, also the ones that are started later.',
    ja: 'このルールは、後から起動するものも含めて、マシン上のすべてのサービスを公開します。',
  },
  fix: {
    summary: {
      en: 'Replace the rule by one for each port that clients need.',
      ja: 'クライアントに必要なポートごとのルールに置き換えてください。',
    },
    terraform: `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "https"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
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
              "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "*", "sourcePortRange": "*",
              "destinationPortRange": "*", "sourceAddressPrefix": "10.0.0.0/8", "destinationAddressPrefix": "*"
            }
          }
        ]
      }
    }
  ]
}`,
    cli: 'az network nsg rule update --resource-group GROUP --nsg-name NSG --name RULE --source-address-prefixes 198.51.100.0/24',
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview'],
  equivalents: ['cloudsploit:openAllPorts'],
  evaluate(group) {
    const rule =
      findOpenRule(group.inbound, { protocol: 'tcp', ports: '*' }) ?? findOpenRule(group.inbound, { protocol: 'udp', ports: '*' });
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} opens every port to the internet (protocol ${rule.protocol})`,
      ja: `セキュリティグループ ${group.name} がすべてのポートをインターネットに開放しています (プロトコル ${rule.protocol})`,
    });
  },
  examples: [
    fails(
      'every protocol and port',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
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
              "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "*", "sourcePortRange": "*",
              "destinationPortRange": "*", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
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
      'every TCP port',
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
    destination_port_range     = "0-65535"
    source_address_prefix      = "*"
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
              "destinationPortRange": "0-65535", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
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
      'every UDP port',
      `resource "azurerm_network_security_rule" "clients" {
  name                        = "clients"
  network_security_group_name = "shared-nsg"
  resource_group_name         = "network"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Udp"
  source_port_range           = "*"
  destination_port_ranges     = ["1-65535"]
  source_address_prefix       = "*"
  destination_address_prefix  = "*"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkSecurityGroups/securityRules",
      "apiVersion": "2024-05-01",
      "name": "shared-nsg/clients",
      "properties": {
        "priority": 100,
        "direction": "Inbound",
        "access": "Allow",
        "protocol": "Udp",
        "sourcePortRange": "*",
        "destinationPortRanges": ["1-65535"],
        "sourceAddressPrefix": "*",
        "destinationAddressPrefix": "*"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'everything, but only inside the network',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
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
              "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "*", "sourcePortRange": "*",
              "destinationPortRange": "*", "sourceAddressPrefix": "10.0.0.0/8", "destinationAddressPrefix": "*"
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
      'one port',
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
    source_address_prefix      = "*"
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
              "destinationPortRange": "443", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
            }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'the source is handed in',
      `variable "peers" {}
resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = var.peers
    destination_address_prefix = "*"
  }
}`,
    ),
  ],
});
