/** A gateway without an identity keeps passwords of its backends. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'API Management uses a managed identity', ja: 'API Management がマネージド ID を使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.apim.service',
  why: {
    en: 'Without an identity certificates and passwords are uploaded, and forgotten until they end.',
    ja: 'ID がないと、証明書やパスワードをアップロードして使い、期限切れまで忘れられます。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
    terraform: `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"

  identity {
    type = "SystemAssigned"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Developer", "capacity": 1 },
      "identity": { "type": "SystemAssigned" },
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-howto-use-managed-service-identity'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.hasIdentity) return pass();
    return fail({
      en: `API Management ${service.name} has no managed identity`,
      ja: `API Management ${service.name} にマネージド ID がありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Developer", "capacity": 1 },
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com" }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"

  identity {
    type = "SystemAssigned"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Developer", "capacity": 1 },
      "identity": { "type": "SystemAssigned" },
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com" }
    }
  ]
}`,
      },
    ),
  ],
});
