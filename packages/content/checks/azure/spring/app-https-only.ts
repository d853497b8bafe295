/** An app that answers HTTP hands out sessions to whoever listens. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Spring apps redirect to HTTPS', ja: 'Spring アプリが HTTPS へリダイレクトする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.spring.app',
  why: {
    en: 'Whatever is sent without TLS can be read and changed on the way.',
    ja: 'TLS なしで送られたものは経路上で読み取り・改ざんされます。',
  },
  fix: {
    edits: { terraform: [{ set: 'https_only', value: true }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Set https_only to true.', ja: 'https_only を true にしてください。' },
    terraform: `resource "azurerm_spring_cloud_app" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  service_name        = "orders"
  https_only          = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring/apps",
      "apiVersion": "2024-01-01",
      "name": "orders/orders",
      "properties": { "httpsOnly": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/spring-apps/basic-standard/how-to-custom-domain'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (app.isHttpsOnly) return pass();
    return fail({ en: `Spring app ${app.name} answers plain HTTP`, ja: `Spring アプリ ${app.name} は平文の HTTP に応答します` });
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
  https_only          = true
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
      "properties": { "httpsOnly": true }
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
  https_only          = var.setting
}`,
    ),
  ],
});
