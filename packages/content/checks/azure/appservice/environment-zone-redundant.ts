/** A data center can fail; a region seldom does. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Service environments are spread over zones', ja: 'App Service 環境が可用性ゾーンに分散している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.environment',
  why: {
    en: 'An environment in one zone is gone together with it, and cannot be moved later.',
    ja: '1 つのゾーンだけの環境は障害時に失われ、後から変更もできません。',
  },
  fix: {
    summary: { en: 'Set zone_redundant to true.', ja: 'zone_redundant を true にしてください。' },
    terraform: `resource "azurerm_app_service_environment_v3" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  subnet_id           = "orders"
  zone_redundant      = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/hostingEnvironments",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "kind": "ASEV3",
      "properties": { "zoneRedundant": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/environment/overview-zone-redundancy'],
  equivalents: ['CKV_AZURE_231'],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (environment.isZoneRedundant) return pass();
    return fail({
      en: `App Service environment ${environment.name} is not spread over zones`,
      ja: `App Service 環境 ${environment.name} は可用性ゾーンに分散していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_app_service_environment_v3" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  subnet_id           = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Web/hostingEnvironments", "apiVersion": "2024-04-01", "name": "orders", "kind": "ASEV3", "properties": {} }]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_app_service_environment_v3" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  subnet_id           = "orders"
  zone_redundant      = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/hostingEnvironments",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "kind": "ASEV3",
      "properties": { "zoneRedundant": true }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "zones" {}
resource "azurerm_app_service_environment_v3" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  subnet_id           = "orders"
  zone_redundant      = var.zones
}`,
    ),
  ],
});
