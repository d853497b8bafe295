/** Detection without denial tells you afterwards what got in. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firewall policy denies what intrusion detection finds', ja: 'ファイアウォールポリシーが侵入検知した通信を拒否する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.firewall-policy',
  why: {
    en: 'Signatures of known attacks match traffic that no application sends; letting it pass helps nobody.',
    ja: '既知の攻撃シグネチャに一致する通信を通しても、正規のアプリに利点はありません。',
  },
  fix: {
    edits: { terraform: [{ set: 'intrusion_detection.mode', value: 'Deny' }] },
    cautions: ['blocks-traffic', 'needs-tier'],
    summary: {
      en: 'Use the premium tier and set intrusion_detection.mode to Deny.',
      ja: 'Premium を使い、intrusion_detection.mode を Deny に設定してください。',
    },
    terraform: `resource "azurerm_firewall_policy" "shared" {
  name                = "shared"
  location            = "japaneast"
  resource_group_name = "network"
  sku                 = "Premium"

  intrusion_detection {
    mode = "Deny"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/firewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "shared",
      "properties": { "sku": { "tier": "Premium" }, "intrusionDetection": { "mode": "Deny" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/firewall/premium-features'],
  equivalents: ['CKV_AZURE_220'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.intrusionDetection.toLowerCase() === 'deny') return pass();
    return fail({
      en: `Firewall policy ${policy.name} does not deny what intrusion detection finds (${policy.intrusionDetection})`,
      ja: `ファイアウォールポリシー ${policy.name} は侵入検知した通信を拒否しません (${policy.intrusionDetection})`,
    });
  },
  examples: [
    fails(
      'off by default',
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
    fails(
      'alerts',
      `resource "azurerm_firewall_policy" "shared" {
  name                = "shared"
  location            = "japaneast"
  resource_group_name = "network"
  sku                 = "Premium"

  intrusion_detection {
    mode = "Alert"
  }
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
      "properties": { "sku": { "tier": "Premium" }, "intrusionDetection": { "mode": "Alert" } }
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

  intrusion_detection {
    mode = "Deny"
  }
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
      "properties": { "sku": { "tier": "Premium" }, "intrusionDetection": { "mode": "Deny" } }
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

  intrusion_detection {
    mode = var.mode
  }
}`,
    ),
  ],
});
