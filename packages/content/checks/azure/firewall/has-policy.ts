/** Rules at single firewalls drift apart; policies are kept in one place. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firewalls get their rules from a policy', ja: 'ファイアウォールのルールがポリシーで管理されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.firewall',
  why: {
    en: 'Policies are inherited, reviewed and changed once; rules at the firewall itself cannot do intrusion detection either.',
    ja: 'ポリシーは継承・レビュー・変更を一元化でき、侵入検知も利用できます。ファイアウォール個別のルールではできません。',
  },
  fix: {
    summary: { en: 'Attach a firewall policy.', ja: 'ファイアウォールポリシーを関連付けてください。' },
    terraform: `resource "azurerm_firewall" "hub" {
  name                = "hub-firewall"
  location            = "japaneast"
  resource_group_name = "network"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  firewall_policy_id  = azurerm_firewall_policy.shared.id
}

resource "azurerm_firewall_policy" "shared" {
  name                = "shared"
  location            = "japaneast"
  resource_group_name = "network"
}`,
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
  references: ['https://learn.microsoft.com/azure/firewall-manager/policy-overview'],
  equivalents: ['CKV_AZURE_219'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.hasPolicy) return pass();
    return fail({ en: `Firewall ${firewall.name} has no firewall policy`, ja: `ファイアウォール ${firewall.name} にポリシーがありません` });
  },
  examples: [
    fails(
      'none',
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
    passes(
      'a policy',
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
    passes(
      'handed in',
      `variable "policy" {}
resource "azurerm_firewall" "hub" {
  name                = "hub-firewall"
  location            = "japaneast"
  resource_group_name = "network"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  firewall_policy_id  = var.policy
}`,
    ),
  ],
});
