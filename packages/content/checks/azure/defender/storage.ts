/** The plan watches storage; on the free tier nobody does. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

/** Plans that are asked for. */
const plans: readonly string[] = ['StorageAccounts'];

export const check = defineCheck({
  title: { en: 'Defender for storage is on', ja: 'ストレージ向け Defender が有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.defender.pricing',
  why: {
    en: 'It notices malware in uploads, access from anonymizing networks and unusual extraction.',
    ja: 'アップロードされたマルウェア、匿名化ネットワークからのアクセス、不審な持ち出しを検知します。',
  },
  fix: {
    edits: { terraform: [{ set: 'tier', value: 'Standard' }] },
    cautions: ['costs'],
    summary: {
      en: 'Set the tier of the plan StorageAccounts to Standard.',
      ja: 'プラン StorageAccounts の tier を Standard にしてください。',
    },
    terraform: `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "StorageAccounts"
  tier          = "Standard"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/pricings",
      "apiVersion": "2024-01-01",
      "name": "StorageAccounts",
      "properties": { "pricingTier": "Standard" }
    }
  ]
}`,
    cli: 'az security pricing create --name StorageAccounts --tier Standard',
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/defender-for-storage-introduction'],
  equivalents: ['CKV_AZURE_84', 'prowler:defender_ensure_defender_for_storage_is_on'],
  evaluate(pricing) {
    if (!plans.includes(pricing.plan))
      return notApplicable({ en: `${pricing.name} is another plan`, ja: `${pricing.name} は別のプランです` });
    if (pricing.tier.toLowerCase() === 'standard') return pass();
    return fail({
      en: `Defender for storage is not on: the plan ${pricing.name} is ${pricing.tier}`,
      ja: `ストレージ の Defender が有効ではありません (プラン ${pricing.name} は ${pricing.tier})`,
    });
  },
  examples: [
    fails(
      'free',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "StorageAccounts"
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
      "name": "StorageAccounts",
      "properties": { "pricingTier": "Free" }
    }
  ]
}`,
      },
    ),
    passes(
      'paid',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "StorageAccounts"
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
      "name": "StorageAccounts",
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
  resource_type = "StorageAccounts"
  tier          = var.tier
}`,
    ),
  ],
});
