/** Open UDP services are misused to amplify attacks on others, and answer whoever forges an address. */
import { any, defineCheck, describeRulePorts, fail, fails, find, isInternetPrefix, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'UDP services are not open to the internet', ja: 'UDP サービスがインターネットに開いていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.security-group',
  why: {
    en: 'UDP services answer forged senders: attackers use them to flood third parties, and they seldom ask for a password.',
    ja: 'UDP サービスは送信元を偽装した要求にも応答するため、他者への攻撃の踏み台にされやすく、認証のないものも多くあります。',
  },
  fix: {
    summary: { en: 'Name the ports and senders of UDP that are needed.', ja: '必要な UDP のポートと送信元だけを許可してください。' },
    terraform: `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "dns"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Udp"
    source_port_range          = "*"
    destination_port_range     = "53"
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
              "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Udp", "sourcePortRange": "*",
              "destinationPortRange": "53", "sourceAddressPrefix": "VirtualNetwork", "destinationAddressPrefix": "*"
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
  equivalents: ['CKV_AZURE_77', 'prowler:network_udp_internet_access_restricted', 'cloudsploit:openUDP'],
  evaluate(group) {
    const rule = find(
      group.inbound,
      (each) => each.access === 'Allow' && each.protocol.toLowerCase() === 'udp' && any(each.sources, isInternetPrefix),
    );
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} admits the internet to UDP ports ${describeRulePorts(rule)}`,
      ja: `セキュリティグループ ${group.name} が UDP ポート ${describeRulePorts(rule)} をインターネットに開放しています`,
    });
  },
  examples: [
    fails(
      'DNS for everyone',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Udp"
    source_port_range          = "*"
    destination_port_range     = "53"
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
              "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Udp", "sourcePortRange": "*",
              "destinationPortRange": "53", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
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
      'a rule of its own for every UDP port',
      `resource "azurerm_network_security_rule" "clients" {
  name                        = "clients"
  network_security_group_name = "shared-nsg"
  resource_group_name         = "network"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Udp"
  source_port_range           = "*"
  destination_port_ranges     = ["0-65535"]
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
        "destinationPortRanges": ["0-65535"],
        "sourceAddressPrefix": "*",
        "destinationAddressPrefix": "*"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'DNS for the network',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Udp"
    source_port_range          = "*"
    destination_port_range     = "53"
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
              "priority": 100, "direction": "Inbound", "access": "Allow", "protocol": "Udp", "sourcePortRange": "*",
              "destinationPortRange": "53", "sourceAddressPrefix": "VirtualNetwork", "destinationAddressPrefix": "*"
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
      'TCP only',
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
      'going out',
      `resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "orders"

  security_rule {
    name                       = "clients"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Udp"
    source_port_range          = "*"
    destination_port_range     = "53"
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
              "priority": 100, "direction": "Outbound", "access": "Allow", "protocol": "Udp", "sourcePortRange": "*",
              "destinationPortRange": "53", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*"
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
    protocol                   = "Udp"
    source_port_range          = "*"
    destination_port_range     = "53"
    source_address_prefix      = var.clients
    destination_address_prefix = "*"
  }
}`,
    ),
  ],
});
