/** TLS that ends at the gateway leaves the longer half of the way open. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Backends are called with HTTPS', ja: 'バックエンドを HTTPS で呼び出す' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.apim.backend',
  why: {
    en: 'Calls to the backend carry the same data and tokens as those to the gateway.',
    ja: 'バックエンドへの通信にも、ゲートウェイへの通信と同じデータやトークンが流れます。',
  },
  fix: {
    summary: { en: 'Use an https address.', ja: 'https のアドレスを使ってください。' },
    terraform: `resource "azurerm_api_management_backend" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  protocol            = "http"
  url                 = "https://orders.example.com"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/backends",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "protocol": "http", "url": "https://orders.example.com" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/backends'],
  equivalents: ['CKV_AZURE_215'],
  noFramework: 'no control mapping yet',
  evaluate(backend) {
    if (backend.url === undefined || backend.url.toLowerCase().startsWith('https://')) return pass();
    return fail({ en: `Backend ${backend.name} is called without TLS`, ja: `バックエンド ${backend.name} は TLS なしで呼び出されます` });
  },
  examples: [
    fails(
      'HTTP',
      `resource "azurerm_api_management_backend" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  protocol            = "http"
  url                 = "http://orders.example.com"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/backends",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "protocol": "http", "url": "http://orders.example.com" }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_api_management_backend" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  protocol            = "http"
  url                 = "https://orders.example.com"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/backends",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "protocol": "http", "url": "https://orders.example.com" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_api_management_backend" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  protocol            = "http"
  url                 = var.setting
}`,
    ),
  ],
});
