/** A plan that is declared as free was declared for nothing. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Defender plans of the code are on the standard tier', ja: 'コードに書かれた Defender プランが Standard である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.defender.pricing',
  why: { en: 'On the free tier there is neither detection nor an alert.', ja: '無料プランには検知も通知もありません。' },
  fix: {
    edits: { terraform: [{ set: 'tier', value: 'Standard' }] },
    cautions: ['costs'],
    summary: { en: 'Set the tier to Standard.', ja: 'tier を Standard にしてください。' },
    terraform: `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "Dns"
  tier          = "Standard"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Security/pricings", "apiVersion": "2024-01-01", "name": "Dns", "properties": { "pricingTier": "Standard" } }]
}`,
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction'],
  equivalents: ['CKV_AZURE_19', 'AVD-AZU-0045', 'tfsec:azure-security-center-enable-standard-subscription'],
  noFramework: 'no control mapping yet',
  evaluate(pricing) {
    if (pricing.tier.toLowerCase() === 'standard') return pass();
    return fail({
      en: `Defender plan ${pricing.name} is on tier ${pricing.tier}`,
      ja: `Defender プラン ${pricing.name} は ${pricing.tier} です`,
    });
  },
  examples: [
    fails(
      'free',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "Dns"
  tier          = "Free"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Security/pricings", "apiVersion": "2024-01-01", "name": "Dns", "properties": { "pricingTier": "Free" } }]
}`,
      },
    ),
    passes(
      'paid',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "Dns"
  tier          = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Security/pricings", "apiVersion": "2024-01-01", "name": "Dns", "properties": { "pricingTier": "Standard" } }]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "tier" {}
resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "Dns"
  tier          = var.tier
}`,
    ),
  ],
});
