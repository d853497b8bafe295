/** Public addresses of a network without a plan get only the protection of the platform as a whole. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Virtual networks have a DDoS plan', ja: '仮想ネットワークに DDoS 保護プランがある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.virtual-network',
  why: {
    en: 'Without a plan nobody tunes the defense to the application, alerts, or pays for what a flood costs.',
    ja: 'プランがないと、アプリに合わせた防御の調整も、通知も、攻撃で膨らんだ費用の補償もありません。',
  },
  fix: {
    summary: { en: 'Link a DDoS protection plan to the network.', ja: '仮想ネットワークに DDoS 保護プランを関連付けてください。' },
    terraform: `resource "azurerm_network_ddos_protection_plan" "shared" {
  name                = "shared"
  location            = "japaneast"
  resource_group_name = "network"
}

resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  ddos_protection_plan {
    id     = azurerm_network_ddos_protection_plan.shared.id
    enable = true
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": {
        "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] },
        "enableDdosProtection": true,
        "ddosProtectionPlan": { "id": "plan" }
      }
    }
  ]
}`,
    cli: 'az network vnet update --resource-group GROUP --name VNET --ddos-protection true --ddos-protection-plan PLAN',
  },
  references: ['https://learn.microsoft.com/azure/ddos-protection/ddos-protection-overview'],
  equivalents: ['prowler:network_vnet_ddos_protection_enabled', 'cloudsploit:ddosStandardProtectionEnabled'],
  evaluate(network) {
    if (network.hasDdosPlan) return pass();
    return fail({
      en: `Network ${network.name} has no DDoS protection plan switched on`,
      ja: `仮想ネットワーク ${network.name} で DDoS 保護プランが有効になっていません`,
    });
  },
  examples: [
    fails(
      'no plan',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] } }
    }
  ]
}`,
      },
    ),
    fails(
      'linked but off',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  ddos_protection_plan {
    id     = "plan"
    enable = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": {
        "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] },
        "enableDdosProtection": false,
        "ddosProtectionPlan": { "id": "plan" }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'linked and on',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  ddos_protection_plan {
    id     = "plan"
    enable = true
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": {
        "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] },
        "enableDdosProtection": true,
        "ddosProtectionPlan": { "id": "plan" }
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "ddos" {}
resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  ddos_protection_plan {
    id     = "plan"
    enable = var.ddos
  }
}`,
    ),
  ],
});
