/** Microsoft knows addresses that only attackers use; traffic with them needs no second look. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firewall denies traffic with known bad addresses', ja: 'ファイアウォールが既知の悪性アドレスとの通信を拒否する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.firewall',
  why: {
    en: 'With the default a firewall only alerts on traffic to known command-and-control servers, and lets it pass.',
    ja: '既定では、既知の C2 サーバーなどとの通信を検知しても通知するだけで通してしまいます。',
  },
  fix: {
    edits: { terraform: [{ set: 'threat_intel_mode', value: 'Deny' }] },
    cautions: ['blocks-traffic'],
    summary: { en: 'Set threat_intel_mode to Deny.', ja: 'threat_intel_mode を Deny に設定してください。' },
    terraform: `resource "azurerm_firewall" "hub" {
  name                = "hub-firewall"
  location            = "japaneast"
  resource_group_name = "network"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  threat_intel_mode   = "Deny"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/azureFirewalls",
      "apiVersion": "2024-05-01",
      "name": "hub-firewall",
      "properties": { "sku": { "name": "AZFW_VNet", "tier": "Standard" }, "threatIntelMode": "Deny" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/firewall/threat-intel'],
  equivalents: ['CKV_AZURE_216'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    const mode = firewall.threatIntelligence;
    if (mode.toLowerCase() === 'deny') return pass();
    if (firewall.hasPolicy)
      return notApplicable({
        en: `The policy of firewall ${firewall.name} decides`,
        ja: `ファイアウォール ${firewall.name} はポリシーで設定します`,
      });
    return fail({
      en: `Firewall ${firewall.name} lets traffic with known bad addresses pass (${mode})`,
      ja: `ファイアウォール ${firewall.name} は既知の悪性アドレスとの通信を拒否しません (${mode})`,
    });
  },
  examples: [
    fails(
      'alerts by default',
      `resource "azurerm_firewall" "hub" {
  name                = "hub-firewall"
  location            = "japaneast"
  resource_group_name = "network"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/azureFirewalls",
      "apiVersion": "2024-05-01",
      "name": "hub-firewall",
      "properties": { "sku": { "name": "AZFW_VNet", "tier": "Standard" } }
    }
  ]
}`,
      },
    ),
    fails(
      'switched off',
      `resource "azurerm_firewall" "hub" {
  name                = "hub-firewall"
  location            = "japaneast"
  resource_group_name = "network"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  threat_intel_mode   = "Off"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/azureFirewalls",
      "apiVersion": "2024-05-01",
      "name": "hub-firewall",
      "properties": { "sku": { "name": "AZFW_VNet", "tier": "Standard" }, "threatIntelMode": "Off" }
    }
  ]
}`,
      },
    ),
    passes(
      'denies',
      `resource "azurerm_firewall" "hub" {
  name                = "hub-firewall"
  location            = "japaneast"
  resource_group_name = "network"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  threat_intel_mode   = "Deny"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/azureFirewalls",
      "apiVersion": "2024-05-01",
      "name": "hub-firewall",
      "properties": { "sku": { "name": "AZFW_VNet", "tier": "Standard" }, "threatIntelMode": "Deny" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "mode" {}
resource "azurerm_firewall" "hub" {
  name                = "hub-firewall"
  location            = "japaneast"
  resource_group_name = "network"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  threat_intel_mode   = var.mode
}`,
    ),
    isNotApplicable(
      'a policy decides',
      `resource "azurerm_firewall" "hub" {
  name                = "hub-firewall"
  location            = "japaneast"
  resource_group_name = "network"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  firewall_policy_id  = "shared"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/azureFirewalls",
      "apiVersion": "2024-05-01",
      "name": "hub-firewall",
      "properties": { "sku": { "name": "AZFW_VNet", "tier": "Standard" }, "firewallPolicy": { "id": "shared" } }
    }
  ]
}`,
      },
    ),
  ],
});
