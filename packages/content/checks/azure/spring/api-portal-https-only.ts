/** Visitors of the portal try APIs with their tokens. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Spring API portals redirect to HTTPS', ja: 'Spring の API ポータルが HTTPS へリダイレクトする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.spring.api-portal',
  why: { en: 'Tokens tried out over HTTP are read by whoever is on the way.', ja: 'HTTP で試したトークンは経路上で読み取られます。' },
  fix: {
    edits: { terraform: [{ set: 'https_only_enabled', value: true }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Set https_only_enabled to true.', ja: 'https_only_enabled を true にしてください。' },
    terraform: `resource "azurerm_spring_cloud_api_portal" "orders" {
  name                    = "default"
  spring_cloud_service_id = "orders"
  https_only_enabled      = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring/apiPortals",
      "apiVersion": "2024-01-01",
      "name": "orders/default",
      "properties": { "httpsOnly": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/spring-apps/enterprise/how-to-use-enterprise-api-portal'],
  equivalents: ['CKV_AZURE_161'],
  noFramework: 'no control mapping yet',
  evaluate(portal) {
    if (portal.isHttpsOnly) return pass();
    return fail({ en: `API portal ${portal.name} answers plain HTTP`, ja: `API ポータル ${portal.name} は平文の HTTP に応答します` });
  },
  examples: [
    fails(
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
    passes(
      'as it should be',
      `resource "azurerm_spring_cloud_api_portal" "orders" {
  name                    = "default"
  spring_cloud_service_id = "orders"
  https_only_enabled      = true
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
      "properties": { "httpsOnly": true }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_spring_cloud_api_portal" "orders" {
  name                    = "default"
  spring_cloud_service_id = "orders"
  https_only_enabled      = var.setting
}`,
    ),
  ],
});
