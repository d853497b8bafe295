/** Microsoft knows addresses that only attackers use; traffic with them needs no second look. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Firewall policy denies traffic with known bad addresses',
    ja: 'ファイアウォールポリシーが既知の悪性アドレスとの通信を拒否する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.firewall-policy',
  why: {
    en: 'With the default a firewall only alerts on traffic to known command-and-control servers, and lets it pass.',
    ja: '既定では、既知の C2 サーバーなどとの通信を検知しても通知するだけで通してしまいます。',
  },
  fix: {
    edits: { terraform: [{ set: 'threat_intelligence_mode', value: 'Deny' }] },
    cautions: ['blocks-traffic'],
    summary: { en: 'Set threat_intelligence_mode to Deny.', ja: 'threat_intelligence_mode を Deny に設定してください。' },
    terraform: `resource "azurerm_firewall_policy" "shared" {
  name                = "shared"
  location            = "japaneast"
  resource_group_name = "network"
  sku                 = "Premium"
  threat_intelligence_mode = "Deny"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/firewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "shared",
      "properties": { "sku": { "tier": "Premium" }, "threatIntelMode": "Deny" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/firewall/threat-intel'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.threatIntelligence.toLowerCase() === 'deny') return pass();
    return fail({
      en: `Firewall policy ${policy.name} lets traffic with known bad addresses pass (${policy.threatIntelligence})`,
      ja: `ファイアウォールポリシー ${policy.name} は既知の悪性アドレスとの通信を拒否しません (${policy.threatIntelligence})`,
    });
  },
  examples: [
    fails(
      'alerts by default',
      `resource "azurerm_firewall_policy" "shared" {
  name                = "shared"
  location            = "japaneast"
  resource_group_name = "network"
  sku                 = "Premium"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/firewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "shared",
      "properties": { "sku": { "tier": "Premium" } }
    }
  ]
}`,
      },
    ),
    passes(
      'denies',
      `resource "azurerm_firewall_policy" "shared" {
  name                = "shared"
  location            = "japaneast"
  resource_group_name = "network"
  sku                 = "Premium"
  threat_intelligence_mode = "Deny"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/firewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "shared",
      "properties": { "sku": { "tier": "Premium" }, "threatIntelMode": "Deny" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "mode" {}
resource "azurerm_firewall_policy" "shared" {
  name                = "shared"
  location            = "japaneast"
  resource_group_name = "network"
  sku                 = "Premium"
  threat_intelligence_mode = var.mode
}`,
    ),
  ],
});
