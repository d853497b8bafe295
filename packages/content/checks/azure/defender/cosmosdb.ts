/** The plan watches Cosmos DB; on the free tier nobody does. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

/** Plans that are asked for. */
const plans: readonly string[] = ['CosmosDbs'];

export const check = defineCheck({
  title: { en: 'Defender for Cosmos DB is on', ja: 'Cosmos DB 向け Defender が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.defender.pricing',
  why: { en: 'It notices injections, stolen keys and mass extraction.', ja: 'インジェクションや鍵の盗用、大量の持ち出しを検知します。' },
  fix: {
    edits: { terraform: [{ set: 'tier', value: 'Standard' }] },
    cautions: ['costs'],
    summary: { en: 'Set the tier of the plan CosmosDbs to Standard.', ja: 'プラン CosmosDbs の tier を Standard にしてください。' },
    terraform: `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "CosmosDbs"
  tier          = "Standard"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/pricings",
      "apiVersion": "2024-01-01",
      "name": "CosmosDbs",
      "properties": { "pricingTier": "Standard" }
    }
  ]
}`,
    cli: 'az security pricing create --name CosmosDbs --tier Standard',
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/concept-defender-for-cosmos'],
  equivalents: ['prowler:defender_ensure_defender_for_cosmosdb_is_on'],
  evaluate(pricing) {
    if (!plans.includes(pricing.plan))
      return notApplicable({ en: `${pricing.name} is another plan`, ja: `${pricing.name} は別のプランです` });
    if (pricing.tier.toLowerCase() === 'standard') return pass();
    return fail({
      en: `Defender for Cosmos DB is not on: the plan ${pricing.name} is ${pricing.tier}`,
      ja: `Cosmos DB の Defender が有効ではありません (プラン ${pricing.name} は ${pricing.tier})`,
    });
  },
  examples: [
    fails(
      'free',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "CosmosDbs"
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
      "name": "CosmosDbs",
      "properties": { "pricingTier": "Free" }
    }
  ]
}`,
      },
    ),
    passes(
      'paid',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "CosmosDbs"
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
      "name": "CosmosDbs",
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
  resource_type = "CosmosDbs"
  tier          = var.tier
}`,
    ),
  ],
});
