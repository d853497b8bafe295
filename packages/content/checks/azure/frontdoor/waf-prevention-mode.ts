/** A firewall that only writes down lets every attack pass. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'WAF policy of Front Door blocks rather than only detects', ja: 'Front Door の WAF ポリシーが検知だけでなく遮断する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.front-door-waf-policy',
  why: {
    en: 'In detection mode attacks are logged and then delivered to the application.',
    ja: '検出モードでは攻撃は記録されるだけで、そのままアプリに届きます。',
  },
  fix: {
    edits: { terraform: [{ set: 'mode', value: 'Prevention' }] },
    cautions: ['blocks-traffic'],
    summary: { en: 'Set the mode to Prevention.', ja: 'モードを Prevention に設定してください。' },
    terraform: `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Prevention"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": { "policySettings": { "enabledState": "Enabled", "mode": "Prevention" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/web-application-firewall/afds/afds-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.mode.toLowerCase() === 'prevention') return pass();
    return fail({
      en: `WAF policy ${policy.name} is in ${policy.mode} mode`,
      ja: `WAF ポリシー ${policy.name} は ${policy.mode} モードです`,
    });
  },
  examples: [
    fails(
      'detection',
      `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Detection"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": { "policySettings": { "enabledState": "Enabled", "mode": "Detection" } }
    }
  ]
}`,
      },
    ),
    passes(
      'prevention',
      `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Prevention"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": { "policySettings": { "enabledState": "Enabled", "mode": "Prevention" } }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "mode" {}
resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = var.mode
}`,
    ),
  ],
});
