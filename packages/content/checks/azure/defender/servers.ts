/** The plan watches servers; on the free tier nobody does. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

/** Plans that are asked for. */
const plans: readonly string[] = ['VirtualMachines'];

export const check = defineCheck({
  title: { en: 'Defender for servers is on', ja: 'サーバー向け Defender が有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.defender.pricing',
  why: {
    en: 'Without it nobody notices malware, brute force or missing patches on machines.',
    ja: '無効だと、マシンのマルウェア・総当たり攻撃・未適用の更新に誰も気づけません。',
  },
  fix: {
    edits: { terraform: [{ set: 'tier', value: 'Standard' }] },
    cautions: ['costs'],
    summary: {
      en: 'Set the tier of the plan VirtualMachines to Standard.',
      ja: 'プラン VirtualMachines の tier を Standard にしてください。',
    },
    terraform: `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "VirtualMachines"
  tier          = "Standard"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/pricings",
      "apiVersion": "2024-01-01",
      "name": "VirtualMachines",
      "properties": { "pricingTier": "Standard" }
    }
  ]
}`,
    cli: 'az security pricing create --name VirtualMachines --tier Standard',
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/plan-defender-for-servers'],
  equivalents: ['CKV_AZURE_55', 'prowler:defender_ensure_defender_for_server_is_on'],
  evaluate(pricing) {
    if (!plans.includes(pricing.plan))
      return notApplicable({ en: `${pricing.name} is another plan`, ja: `${pricing.name} は別のプランです` });
    if (pricing.tier.toLowerCase() === 'standard') return pass();
    return fail({
      en: `Defender for servers is not on: the plan ${pricing.name} is ${pricing.tier}`,
      ja: `サーバー の Defender が有効ではありません (プラン ${pricing.name} は ${pricing.tier})`,
    });
  },
  examples: [
    fails(
      'free',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "VirtualMachines"
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
      "name": "VirtualMachines",
      "properties": { "pricingTier": "Free" }
    }
  ]
}`,
      },
    ),
    passes(
      'paid',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "VirtualMachines"
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
      "name": "VirtualMachines",
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
  resource_type = "VirtualMachines"
  tier          = var.tier
}`,
    ),
  ],
});
