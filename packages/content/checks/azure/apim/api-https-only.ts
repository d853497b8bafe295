/** An API that answers HTTP takes tokens in the clear. */
import { defineCheck, fail, fails, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'APIs are published with HTTPS only', ja: 'API を HTTPS だけで公開する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.apim.api',
  why: {
    en: 'Keys and tokens sent over HTTP are read by whoever is on the way.',
    ja: 'HTTP で送られたキーやトークンは経路上で読み取られます。',
  },
  fix: {
    edits: { terraform: [{ set: 'protocols', value: ['https'] }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Set protocols to https.', ja: 'protocols を https だけにしてください。' },
    terraform: `resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  protocols           = ["https"]
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/apis",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "displayName": "Orders", "path": "orders", "protocols": ["https"] }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-howto-manage-protocols-ciphers'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (none(api.protocols, (protocol) => ['http', 'ws'].includes(protocol.toLowerCase()))) return pass();
    return fail({ en: `API ${api.name} is published without TLS`, ja: `API ${api.name} は TLS なしでも公開されています` });
  },
  examples: [
    fails(
      'both',
      `resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  protocols           = ["http", "https"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/apis",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "displayName": "Orders", "path": "orders", "protocols": ["http", "https"] }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  protocols           = ["https"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/apis",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "displayName": "Orders", "path": "orders", "protocols": ["https"] }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/apis",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "displayName": "Orders", "path": "orders" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  protocols           = [var.setting]
}`,
    ),
  ],
});
