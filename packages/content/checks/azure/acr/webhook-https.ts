/** A webhook carries a header that may hold a secret. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry webhooks use HTTPS', ja: 'レジストリの Webhook が HTTPS を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.webhook',
  why: {
    en: 'Over HTTP whoever listens reads the secret header and learns what is deployed.',
    ja: 'HTTP では、経路上の第三者が秘密のヘッダーやデプロイ内容を読めます。',
  },
  fix: {
    summary: { en: 'Use an https address.', ja: 'https のアドレスを使ってください。' },
    terraform: `resource "azurerm_container_registry_webhook" "deploy" {
  name                = "deploy"
  registry_name       = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  actions             = ["push"]
  service_uri         = "https://deploy.example.com/hook"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries/webhooks",
      "apiVersion": "2023-07-01",
      "name": "orders/deploy",
      "properties": { "actions": ["push"], "serviceUri": "https://deploy.example.com/hook" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-webhook'],
  equivalents: ['CKV2_AZURE_30'],
  noFramework: 'no control mapping yet',
  evaluate(webhook) {
    if (webhook.serviceUri === undefined || webhook.serviceUri.toLowerCase().startsWith('https://')) return pass();
    return fail({ en: `Webhook ${webhook.name} does not use HTTPS`, ja: `Webhook ${webhook.name} は HTTPS を使っていません` });
  },
  examples: [
    fails(
      'HTTP',
      `resource "azurerm_container_registry_webhook" "deploy" {
  name                = "deploy"
  registry_name       = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  actions             = ["push"]
  service_uri         = "http://deploy.example.com/hook"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries/webhooks",
      "apiVersion": "2023-07-01",
      "name": "orders/deploy",
      "properties": { "actions": ["push"], "serviceUri": "http://deploy.example.com/hook" }
    }
  ]
}`,
      },
    ),
    passes(
      'HTTPS',
      `resource "azurerm_container_registry_webhook" "deploy" {
  name                = "deploy"
  registry_name       = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  actions             = ["push"]
  service_uri         = "https://deploy.example.com/hook"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries/webhooks",
      "apiVersion": "2023-07-01",
      "name": "orders/deploy",
      "properties": { "actions": ["push"], "serviceUri": "https://deploy.example.com/hook" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "uri" {}
resource "azurerm_container_registry_webhook" "deploy" {
  name                = "deploy"
  registry_name       = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  actions             = ["push"]
  service_uri         = var.uri
}`,
    ),
  ],
});
