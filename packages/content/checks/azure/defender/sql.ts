/** The plan watches SQL; on the free tier nobody does. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

/** Plans that are asked for. */
const plans: readonly string[] = ['SqlServers', 'SqlServerVirtualMachines'];

export const check = defineCheck({
  title: { en: 'Defender for SQL is on', ja: 'SQL 向け Defender が有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.defender.pricing',
  why: {
    en: 'It notices injections and unusual access to databases, and lists their weaknesses.',
    ja: 'SQL インジェクションや不審なアクセスを検知し、データベースの弱点を一覧にします。',
  },
  fix: {
    edits: { terraform: [{ set: 'tier', value: 'Standard' }] },
    cautions: ['costs'],
    summary: { en: 'Set the tier of the plan SqlServers to Standard.', ja: 'プラン SqlServers の tier を Standard にしてください。' },
    terraform: `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "SqlServers"
  tier          = "Standard"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/pricings",
      "apiVersion": "2024-01-01",
      "name": "SqlServers",
      "properties": { "pricingTier": "Standard" }
    }
  ]
}`,
    cli: 'az security pricing create --name SqlServers --tier Standard',
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/defender-for-sql-introduction'],
  equivalents: [
    'CKV_AZURE_69',
    'CKV_AZURE_79',
    'prowler:defender_ensure_defender_for_azure_sql_databases_is_on',
    'prowler:defender_ensure_defender_for_sql_servers_is_on',
  ],
  evaluate(pricing) {
    if (!plans.includes(pricing.plan))
      return notApplicable({ en: `${pricing.name} is another plan`, ja: `${pricing.name} は別のプランです` });
    if (pricing.tier.toLowerCase() === 'standard') return pass();
    return fail({
      en: `Defender for SQL is not on: the plan ${pricing.name} is ${pricing.tier}`,
      ja: `SQL の Defender が有効ではありません (プラン ${pricing.name} は ${pricing.tier})`,
    });
  },
  examples: [
    fails(
      'free',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "SqlServers"
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
      "name": "SqlServers",
      "properties": { "pricingTier": "Free" }
    }
  ]
}`,
      },
    ),
    passes(
      'paid',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "SqlServers"
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
      "name": "SqlServers",
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
  resource_type = "SqlServers"
  tier          = var.tier
}`,
    ),
    fails(
      'its part SqlServerVirtualMachines',
      `resource "azurerm_security_center_subscription_pricing" "plan" {
  resource_type = "SqlServerVirtualMachines"
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
      "name": "SqlServerVirtualMachines",
      "properties": { "pricingTier": "Free" }
    }
  ]
}`,
      },
    ),
  ],
});
