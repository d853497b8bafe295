/** Databases are made for applications, not for the internet. */
import { defineCheck, describeRulePorts, fail, fails, findOpenRule, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database ports are not open to the internet', ja: 'データベースのポートがインターネットに開いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.network.security-group',
  why: {
    en: 'A database that the internet reaches is attacked with guessed passwords and known holes, and holds what attackers want.',
    ja: 'インターネットから届くデータベースは、パスワード推測や既知の脆弱性で攻撃され、狙われるデータそのものを保持しています。',
  },
  fix: {
    summary: {
      en: 'Admit only the subnets of the applications, or use private endpoints.',
      ja: 'アプリケーションのサブネットだけを許可するか、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "app"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "5432"
    source_address_prefix      = "10.20.0.0/16"
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
              "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "5432", "sourceAddressPrefix": "VirtualNetwork", "destinationAddressPrefix": "*"
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
  equivalents: [],
  params: {
    ports: {
      type: 'strings',
      default: ['1433-1434', '1521', '3306', '5432', '6379', '7000-7001', '9042', '9200', '9300', '11211', '27017-27019'],
      description: { en: 'Ports or ranges that must not be open to everyone', ja: '全員に開いてはならないポートまたは範囲' },
    },
  },
  evaluate(group, { ports }) {
    for (const port of ports) {
      const rule = findOpenRule(group.inbound, { protocol: 'tcp', ports: port });
      if (rule) {
        return fail({
          en: `Security group ${group.name} opens port ${port} to the internet (rule for ports ${describeRulePorts(rule)})`,
          ja: `セキュリティグループ ${group.name} がポート ${port} をインターネットに開放しています (ポート ${describeRulePorts(rule)} のルール)`,
        });
      }
    }
    return pass();
  },
  examples: [
    fails(
      'open for everyone',
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
    destination_port_range     = "5432"
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
              "destinationPortRange": "5432", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
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
      'within a range, from the tag Internet',
      `resource "azurerm_network_security_rule" "clients" {
  name                        = "clients"
  network_security_group_name = "shared-nsg"
  resource_group_name         = "network"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_ranges     = ["1-65000"]
  source_address_prefix       = "Internet"
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
        "protocol": "Tcp",
        "sourcePortRange": "*",
        "destinationPortRanges": ["1-65000"],
        "sourceAddressPrefix": "Internet",
        "destinationAddressPrefix": "*"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'inside the network',
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
    destination_port_range     = "5432"
    source_address_prefix      = "VirtualNetwork"
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
              "destinationPortRange": "5432", "sourceAddressPrefix": "VirtualNetwork", "destinationAddressPrefix": "*"
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
      'another port',
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
    passes(
      'a denial of a lower number stands before it',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "nobody"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "clients"
    priority                   = 200
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "5432"
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
            "name": "nobody",
            "properties": {
              "priority": 100, "direction": "Inbound", "access": "Deny", "protocol": "*", "sourcePortRange": "*",
              "destinationPortRange": "*", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
            }
          },
          {
            "name": "clients",
            "properties": {
              "priority": 200, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "5432", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
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
      `variable "clients" {}
resource "azurerm_network_security_group" "web" {
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
    destination_port_range     = "5432"
    source_address_prefix      = var.clients
    destination_address_prefix = "*"
  }
}`,
    ),
  ],
});
