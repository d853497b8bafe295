/** A list of all APIs is a map for attackers. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Spring API portals are not public', ja: 'Spring の API ポータルが公開されていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.spring.api-portal',
  why: { en: 'The portal shows every route and lets visitors try it.', ja: 'ポータルは全 API の一覧を見せ、訪問者に試させます。' },
  fix: {
    edits: { terraform: [{ set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access'],
    summary: { en: 'Leave public_network_access_enabled at false.', ja: 'public_network_access_enabled を false のままにしてください。' },
    terraform: `resource "azurerm_spring_cloud_api_portal" "orders" {
  name                    = "default"
  spring_cloud_service_id = "orders"
  public_network_access_enabled = false
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring/apiPortals",
      "apiVersion": "2024-01-01",
      "name": "orders/default",
      "properties": { "public": false }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/spring-apps/enterprise/how-to-use-enterprise-api-portal'],
  equivalents: ['CKV_AZURE_162'],
  noFramework: 'no control mapping yet',
  evaluate(portal) {
    if (!portal.isPublic) return pass();
    return fail({
      en: `API portal ${portal.name} can be reached from the internet`,
      ja: `API ポータル ${portal.name} はインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "azurerm_spring_cloud_api_portal" "orders" {
  name                    = "default"
  spring_cloud_service_id = "orders"
  public_network_access_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring/apiPortals",
      "apiVersion": "2024-01-01",
      "name": "orders/default",
      "properties": { "public": true }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_spring_cloud_api_portal" "orders" {
  name                    = "default"
  spring_cloud_service_id = "orders"
  public_network_access_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring/apiPortals",
      "apiVersion": "2024-01-01",
      "name": "orders/default",
      "properties": { "public": false }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_spring_cloud_api_portal" "orders" {
  name                    = "default"
  spring_cloud_service_id = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.AppPlatform/Spring/apiPortals", "apiVersion": "2024-01-01", "name": "orders/default", "properties": {} }]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_spring_cloud_api_portal" "orders" {
  name                    = "default"
  spring_cloud_service_id = "orders"
  public_network_access_enabled = var.setting
}`,
    ),
  ],
});
