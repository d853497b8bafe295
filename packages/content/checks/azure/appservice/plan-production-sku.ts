/** Tiers for trying out share machines, sleep and have no guarantee. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Service plans use a tier for production', ja: 'App Service プランが本番向けの価格レベルである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.plan',
  why: {
    en: 'Free, shared and basic tiers lack scaling, slots, backups and, mostly, an availability promise.',
    ja: 'Free・Shared・Basic には自動スケール、スロット、バックアップがなく、稼働保証もほとんどありません。',
  },
  fix: {
    summary: { en: 'Use a standard or premium tier.', ja: 'Standard 以上の価格レベルを使ってください。' },
    terraform: `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Web/serverfarms", "apiVersion": "2024-04-01", "name": "plan", "sku": { "name": "P1v3" }, "properties": {} }]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/overview-hosting-plans'],
  equivalents: ['CKV_AZURE_211'],
  noFramework: 'no control mapping yet',
  evaluate(plan) {
    const { sku } = plan;
    if (sku === undefined || !/^(f1|d1|b\d|shared|free)/i.test(sku)) return pass();
    return fail({
      en: `Plan ${plan.name} is of the tier ${sku}, which is not for production`,
      ja: `プラン ${plan.name} は本番向けではない価格レベル ${sku} です`,
    });
  },
  examples: [
    fails(
      'basic',
      `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "B1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Web/serverfarms", "apiVersion": "2024-04-01", "name": "plan", "sku": { "name": "B1" }, "properties": {} }]
}`,
      },
    ),
    fails(
      'free',
      `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "F1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Web/serverfarms", "apiVersion": "2024-04-01", "name": "plan", "sku": { "name": "F1" }, "properties": {} }]
}`,
      },
    ),
    passes(
      'premium',
      `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Web/serverfarms", "apiVersion": "2024-04-01", "name": "plan", "sku": { "name": "P1v3" }, "properties": {} }]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "sku" {}
resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = var.sku
}`,
    ),
  ],
});
