/** A hole that was opened "for a moment" is the one that nobody closes. */
import { defineCheck, fail, fails, isUnknown, overdueRules, pass, passes, temporaryParams } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network security groups keep no temporary rules', ja: 'ネットワークセキュリティグループに一時的なルールが残っていない' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.security-group',
  why: {
    en: 'Rules for a test, a vendor visit or a workaround are forgotten when the work is done; nobody misses them but an attacker.',
    ja: '試験や業者対応、回避策のために開けたルールは、作業が終わると忘れられます。残った穴に気づくのは攻撃者だけです。',
  },
  fix: {
    summary: {
      en: 'Remove the rule, or write until when it is needed (until 2027-03-31) and by whom.',
      ja: 'ルールを削除するか、誰がいつまで必要とするか (2027-03-31 まで など) を書いてください。',
    },
    terraform: `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "operators"
    description                = "Operators of the orders system"
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
            "name": "operators",
            "properties": {
              "description": "Operators of the orders system", "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "22", "sourceAddressPrefix": "198.51.100.0/24", "destinationAddressPrefix": "*"
            }
          }
        ]
      }
    }
  ]
}`,
    cli: 'az network nsg rule delete --resource-group GROUP --nsg-name NSG --name RULE',
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview'],
  equivalents: [],
  noFramework: 'a matter of practice that no framework counts',
  params: temporaryParams,
  evaluate(group, params) {
    const overdue = overdueRules([group.inbound, group.outbound], params);
    if (!overdue) return pass();
    const { reason, count } = overdue;
    return fail({
      en: `Network security group ${group.name} has ${count === 1 ? 'a rule' : `${count} rules`} that should be gone: ${count === 1 ? 'it' : 'one'} ${reason.en}`,
      ja: `ネットワークセキュリティグループ ${group.name} に残ったままの一時的なルールが ${count} 件あります: ${reason.ja}`,
    });
  },
  examples: [
    fails(
      'the description says it',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "vendor"
    description                = "一時的に開放"
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
            "name": "vendor",
            "properties": {
              "description": "一時的に開放", "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
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
    fails(
      'the name says it',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "AllowTempSsh"
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
            "name": "AllowTempSsh",
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
    fails(
      'its day has passed',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "vendor"
    description                = "remove after 31 March 2026"
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
            "name": "vendor",
            "properties": {
              "description": "remove after 31 March 2026", "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "22", "sourceAddressPrefix": "198.51.100.0/24", "destinationAddressPrefix": "*"
            }
          }
        ]
      }
    }
  ]
}`,
        params: { today: ['2026-11-22'] },
      },
    ),
    fails(
      'a comment on a rule of its own',
      `resource "azurerm_network_security_rule" "vendor" {
  # TODO: close when the vendor is done
  name                        = "vendor"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "22"
  source_address_prefix       = "198.51.100.0/24"
  destination_address_prefix  = "*"
  resource_group_name         = "orders"
  network_security_group_name = "web-nsg"
}`,
    ),
    passes(
      'its day is still to come',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "vendor"
    description                = "temporary, 2027-01-31 まで"
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
            "name": "vendor",
            "properties": {
              "description": "temporary, 2027-01-31 まで", "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "22", "sourceAddressPrefix": "198.51.100.0/24", "destinationAddressPrefix": "*"
            }
          }
        ]
      }
    }
  ]
}`,
        params: { today: ['2026-11-22'] },
      },
    ),
    passes(
      'words that only look like it',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "template-servers"
    description                = "Operators"
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
            "name": "template-servers",
            "properties": {
              "description": "Operators", "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Tcp", "sourcePortRange": "*",
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
    isUnknown(
      'the description is handed in',
      `variable "purpose" {}
resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "vendor"
    description                = var.purpose
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
    ),
  ],
});
