/** A data center can fail; a region seldom does. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Service plans are spread over zones', ja: 'App Service プランが可用性ゾーンに分散している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.plan',
  why: {
    en: 'All instances in one zone are gone together with it.',
    ja: 'すべてのインスタンスが 1 つのゾーンにあると、障害時に同時に失われます。',
  },
  fix: {
    summary: { en: 'Set zone_balancing_enabled to true.', ja: 'zone_balancing_enabled を true にしてください。' },
    terraform: `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
  worker_count           = 3
  zone_balancing_enabled = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/serverfarms",
      "apiVersion": "2024-04-01",
      "name": "plan",
      "sku": { "name": "P1v3", "capacity": 3 },
      "properties": { "zoneRedundant": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/reliability/reliability-app-service'],
  equivalents: ['CKV_AZURE_225'],
  noFramework: 'no control mapping yet',
  evaluate(plan) {
    if (plan.isZoneRedundant) return pass();
    return fail({ en: `Plan ${plan.name} is not spread over zones`, ja: `プラン ${plan.name} は可用性ゾーンに分散していません` });
  },
  examples: [
    fails(
      'not written',
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
    passes(
      'on',
      `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
  worker_count           = 3
  zone_balancing_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/serverfarms",
      "apiVersion": "2024-04-01",
      "name": "plan",
      "sku": { "name": "P1v3", "capacity": 3 },
      "properties": { "zoneRedundant": true }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "zones" {}
resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
  zone_balancing_enabled = var.zones
}`,
    ),
  ],
});
