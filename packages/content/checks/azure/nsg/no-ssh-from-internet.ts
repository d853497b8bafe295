/** SSH is asked for by scanners all day; nobody needs it from everywhere. */
import { defineCheck, describeRulePorts, fail, fails, findOpenRule, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SSH is not open to the internet', ja: 'SSH がインターネットに開いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.network.security-group',
  why: {
    en: 'An SSH port open to the world is found by scanners within hours; then one weak or leaked credential is enough to get in.',
    ja: '全世界に開いた SSH ポートは数時間でスキャナーに見つかり、弱い、または漏れた認証情報が 1 つあれば侵入されます。',
  },
  fix: {
    summary: {
      en: 'Admit SSH only from known addresses, or close it and use Azure Bastion.',
      ja: 'SSH の許可元を既知のアドレスに絞るか、閉じて Azure Bastion を使ってください。',
    },
    terraform: `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "office"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "22"
    source_address_prefix      = "198.51.100.0/24"
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
              "destinationPortRange": "22", "sourceAddressPrefix": "198.51.100.0/24", "destinationAddressPrefix": "*"
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
  equivalents: [
    'CKV_AZURE_10',
    'AVD-AZU-0050',
    'tfsec:azure-network-ssh-blocked-from-internet',
    'prowler:network_ssh_internet_access_restricted',
    'cloudsploit:openSSH',
  ],
  evaluate(group) {
    const rule = findOpenRule(group.inbound, { protocol: 'tcp', ports: '22' });
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} admits the internet to port 22 (rule for ports ${describeRulePorts(rule)})`,
      ja: `セキュリティグループ ${group.name} がポート 22 をインターネットに開放しています (ポート ${describeRulePorts(rule)} のルール)`,
    });
  },
  examples: [
    fails(
      'inline rule for everyone',
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
    destination_port_range     = "22"
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
              "destinationPortRange": "22", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
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
      'a range of ports from the tag Internet',
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
    destination_port_range     = "0-65000"
    source_address_prefix      = "Internet"
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
              "destinationPortRange": "0-65000", "sourceAddressPrefix": "Internet", "destinationAddressPrefix": "*"
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
      'a rule of its own, for a group that is not in this code',
      `resource "azurerm_network_security_rule" "clients" {
  name                        = "clients"
  network_security_group_name = "shared-nsg"
  resource_group_name         = "network"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_ranges     = ["22"]
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
        "protocol": "Tcp",
        "sourcePortRange": "*",
        "destinationPortRanges": ["22"],
        "sourceAddressPrefix": "*",
        "destinationAddressPrefix": "*"
      }
    }
  ]
}`,
      },
    ),
    fails(
      'two halves of the internet in two rules',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "low"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "22"
    source_address_prefix      = "0.0.0.0/1"
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "high"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "22"
    source_address_prefix      = "128.0.0.0/1"
    destination_address_prefix = "*"
  }
}`,
    ),
    passes(
      'only from the office',
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
    destination_port_range     = "22"
    source_address_prefix      = "198.51.100.0/24"
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
              "destinationPortRange": "22", "sourceAddressPrefix": "198.51.100.0/24", "destinationAddressPrefix": "*"
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
      'HTTPS for everyone',
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
    destination_port_range     = "22"
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
              "destinationPortRange": "22", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
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
      'a denial of a higher number is never looked at',
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
    destination_port_range     = "22"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "nobody"
    priority                   = 200
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}`,
    ),
    isUnknown(
      'the source is handed in',
      `variable "office" {}
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
    destination_port_range     = "22"
    source_address_prefix      = var.office
    destination_address_prefix = "*"
  }
}`,
    ),
  ],
});
