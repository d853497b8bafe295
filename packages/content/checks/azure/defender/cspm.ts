/** The plan watches cloud posture; on the free tier nobody does. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

/** Plans that are asked for. */
const plans: readonly string[] = ['CloudPosture'];

export const check = defineCheck({
  title: { en: 'Defender CSPM plan is on', ja: 'Defender CSPM プランが有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.defender.pricing',
  why: {
    en: 'It finds attack paths and sensitive data across the subscription.',
    ja: 'サブスクリプション全体の攻撃経路や機密データを見つけます。',
  },
  fix: {
    edits: { terraform: [{ set: 'tier', value: 'Standard' }] },
    cautions: ['costs'],
    summary: { en: 'Set the tier of the plan CloudPosture to Standard.', ja: 'プラン CloudPosture の tier を Standard にしてください。' },
    terraform: `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "CloudPosture"
  tier          = "Standard"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/pricings",
      "apiVersion": "2024-01-01",
      "name": "CloudPosture",
      "properties": { "pricingTier": "Standard" }
    }
  ]
}`,
    cli: 'az security pricing create --name CloudPosture --tier Standard',
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/concept-cloud-security-posture-management'],
  equivalents: ['prowler:defender_ensure_defender_cspm_is_on'],
  evaluate(pricing) {
    if (!plans.includes(pricing.plan))
      return notApplicable({ en: `${pricing.name} is another plan`, ja: `${pricing.name} は別のプランです` });
    if (pricing.tier.toLowerCase() === 'standard') return pass();
    return fail({
      en: `Defender for cloud posture is not on: the plan ${pricing.name} is ${pricing.tier}`,
      ja: `クラウド態勢管理 の Defender が有効ではありません (プラン ${pricing.name} は ${pricing.tier})`,
    });
  },
  examples: [
    fails(
      'free',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "CloudPosture"
  tier          = "Free"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/pricings",
      "apiVersion": "2024-01-01",
      "name": "CloudPosture",
      "properties": { "pricingTier": "Free" }
    }
  ]
}`,
      },
    ),
    passes(
      'paid',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "CloudPosture"
  tier          = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/pricings",
      "apiVersion": "2024-01-01",
      "name": "CloudPosture",
      "properties": { "pricingTier": "Standard" }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'another plan',
      `resource "azurerm_security_center_subscription_pricing" "other" {
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
    isUnknown(
      'handed in',
      `variable "tier" {}
resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "CloudPosture"
  tier          = var.tier
}`,
    ),
  ],
});
