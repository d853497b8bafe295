/** Without HTTPS clients have no choice. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'CDN endpoints serve HTTPS', ja: 'CDN エンドポイントが HTTPS で配信する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cdn.endpoint',
  why: { en: 'With HTTPS switched off everything is sent readable.', ja: 'HTTPS を無効にすると、すべてが平文で送られます。' },
  fix: {
    edits: { terraform: [{ set: 'is_https_allowed', value: true }] },
    summary: { en: 'Leave is_https_allowed at true.', ja: 'is_https_allowed を true のままにしてください。' },
    terraform: `resource "azurerm_cdn_endpoint" "orders" {
  name                = "orders"
  profile_name        = "orders"
  location            = "global"
  resource_group_name = "orders"
  is_https_allowed    = true

  origin {
    name      = "orders"
    host_name = "orders.example.com"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/endpoints",
      "apiVersion": "2024-01-01",
      "name": "orders/orders",
      "properties": { "origins": [{ "name": "orders", "properties": { "hostName": "orders.example.com" } }], "isHttpsAllowed": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/cdn/cdn-custom-ssl'],
  equivalents: ['CKV_AZURE_198'],
  noFramework: 'no control mapping yet',
  evaluate(endpoint) {
    if (endpoint.allowsHttps) return pass();
    return fail({
      en: `CDN endpoint ${endpoint.name} does not serve HTTPS`,
      ja: `CDN エンドポイント ${endpoint.name} は HTTPS で配信しません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_cdn_endpoint" "orders" {
  name                = "orders"
  profile_name        = "orders"
  location            = "global"
  resource_group_name = "orders"
  is_https_allowed    = false

  origin {
    name      = "orders"
    host_name = "orders.example.com"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/endpoints",
      "apiVersion": "2024-01-01",
      "name": "orders/orders",
      "properties": { "origins": [{ "name": "orders", "properties": { "hostName": "orders.example.com" } }], "isHttpsAllowed": false }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_cdn_endpoint" "orders" {
  name                = "orders"
  profile_name        = "orders"
  location            = "global"
  resource_group_name = "orders"
  is_https_allowed    = true

  origin {
    name      = "orders"
    host_name = "orders.example.com"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/endpoints",
      "apiVersion": "2024-01-01",
      "name": "orders/orders",
      "properties": { "origins": [{ "name": "orders", "properties": { "hostName": "orders.example.com" } }], "isHttpsAllowed": true }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_cdn_endpoint" "orders" {
  name                = "orders"
  profile_name        = "orders"
  location            = "global"
  resource_group_name = "orders"

  origin {
    name      = "orders"
    host_name = "orders.example.com"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/endpoints",
      "apiVersion": "2024-01-01",
      "name": "orders/orders",
      "properties": { "origins": [{ "name": "orders", "properties": { "hostName": "orders.example.com" } }] }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_cdn_endpoint" "orders" {
  name                = "orders"
  profile_name        = "orders"
  location            = "global"
  resource_group_name = "orders"
  is_https_allowed    = var.setting

  origin {
    name      = "orders"
    host_name = "orders.example.com"
  }
}`,
    ),
  ],
});
