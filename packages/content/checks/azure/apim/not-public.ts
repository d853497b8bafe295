/** Management and gateway of internal APIs need no address for everybody. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'API Management is not public', ja: 'API Management が公開されていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.apim.service',
  why: {
    en: 'A public gateway is found and attacked, whether or not anybody outside uses its APIs.',
    ja: '公開ゲートウェイは、外部利用者がいなくても発見され攻撃されます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_access_enabled', value: false }],
      arm: [{ of: ['Microsoft.ApiManagement/service'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"
  public_network_access_enabled = false
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
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com", "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/private-endpoint'],
  equivalents: ['CKV_AZURE_174'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (!service.isPublic) return pass();
    return fail({
      en: `API Management ${service.name} can be reached from the internet`,
      ja: `API Management ${service.name} はインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'not written',
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
    fails(
      'open in words',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"
  public_network_access_enabled = true
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
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com", "publicNetworkAccess": "Enabled" }
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
  public_network_access_enabled = false
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
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com", "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"
  public_network_access_enabled = var.setting
}`,
    ),
  ],
});
