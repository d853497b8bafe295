/** TLS that ends at the ingress leaves the inside readable. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Spring apps use TLS up to the app', ja: 'Spring アプリまで TLS で通信する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.spring.app',
  why: {
    en: 'Traffic between ingress and app can be read by whoever is inside.',
    ja: 'イングレスとアプリの間の通信は内部の第三者に読み取られます。',
  },
  fix: {
    edits: { terraform: [{ set: 'tls_enabled', value: true }] },
    summary: { en: 'Set tls_enabled to true.', ja: 'tls_enabled を true にしてください。' },
    terraform: `resource "azurerm_spring_cloud_app" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  service_name        = "orders"
  tls_enabled         = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring/apps",
      "apiVersion": "2024-01-01",
      "name": "orders/orders",
      "properties": { "enableEndToEndTLS": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/spring-apps/basic-standard/how-to-enable-ingress-to-app-tls'],
  equivalents: ['CKV2_AZURE_55'],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (app.hasEndToEndTls) return pass();
    return fail({
      en: `Spring app ${app.name} is reached without TLS from the ingress`,
      ja: `Spring アプリ ${app.name} はイングレスから TLS なしで呼び出されます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_spring_cloud_app" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  service_name        = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.AppPlatform/Spring/apps", "apiVersion": "2024-01-01", "name": "orders/orders", "properties": {} }]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_spring_cloud_app" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  service_name        = "orders"
  tls_enabled         = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring/apps",
      "apiVersion": "2024-01-01",
      "name": "orders/orders",
      "properties": { "enableEndToEndTLS": true }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_spring_cloud_app" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  service_name        = "orders"
  tls_enabled         = var.setting
}`,
    ),
  ],
});
