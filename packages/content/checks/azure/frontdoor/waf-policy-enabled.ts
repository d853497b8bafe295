/** A policy that is switched off protects nothing, whatever its rules say. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'WAF policies of Front Door are switched on', ja: 'Front Door の WAF ポリシーが有効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.front-door-waf-policy',
  why: {
    en: 'A disabled policy looks like protection on every overview and lets everything pass.',
    ja: '無効なポリシーは一見すると保護されているように見えますが、すべて通してしまいます。',
  },
  fix: {
    edits: { terraform: [{ set: 'enabled', value: true }] },
    cautions: ['blocks-traffic'],
    summary: { en: 'Enable the policy.', ja: 'ポリシーを有効にしてください。' },
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
  equivalents: ['CKV_AZURE_123'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isEnabled) return pass();
    return fail({ en: `WAF policy ${policy.name} is switched off`, ja: `WAF ポリシー ${policy.name} は無効です` });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = false
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
      "properties": { "policySettings": { "enabledState": "Disabled", "mode": "Prevention" } }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
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
    passes(
      'classic policy, not written',
      `resource "azurerm_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "waf" {}
resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = var.waf
  mode                = "Prevention"
}`,
    ),
  ],
});
