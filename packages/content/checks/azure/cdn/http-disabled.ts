/** What is served over HTTP can be exchanged on the way, scripts included. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'CDN endpoints do not serve HTTP', ja: 'CDN エンドポイントが HTTP で配信しない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cdn.endpoint',
  why: {
    en: 'Scripts and pages sent without TLS can be changed by whoever is on the way.',
    ja: 'TLS なしで配信したスクリプトやページは経路上で改ざんできます。',
  },
  fix: {
    edits: { terraform: [{ set: 'is_http_allowed', value: false }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Set is_http_allowed to false.', ja: 'is_http_allowed を false にしてください。' },
    terraform: `resource "azurerm_cdn_endpoint" "orders" {
  name                = "orders"
  profile_name        = "orders"
  location            = "global"
  resource_group_name = "orders"
  is_http_allowed     = false

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
      "properties": { "origins": [{ "name": "orders", "properties": { "hostName": "orders.example.com" } }], "isHttpAllowed": false }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/cdn/cdn-custom-ssl'],
  equivalents: ['CKV_AZURE_197'],
  noFramework: 'no control mapping yet',
  evaluate(endpoint) {
    if (!endpoint.allowsHttp) return pass();
    return fail({ en: `CDN endpoint ${endpoint.name} serves HTTP`, ja: `CDN エンドポイント ${endpoint.name} は HTTP で配信します` });
  },
  examples: [
    fails(
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
    fails(
      'allowed in words',
      `resource "azurerm_cdn_endpoint" "orders" {
  name                = "orders"
  profile_name        = "orders"
  location            = "global"
  resource_group_name = "orders"
  is_http_allowed     = true

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
      "properties": { "origins": [{ "name": "orders", "properties": { "hostName": "orders.example.com" } }], "isHttpAllowed": true }
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
  is_http_allowed     = false

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
      "properties": { "origins": [{ "name": "orders", "properties": { "hostName": "orders.example.com" } }], "isHttpAllowed": false }
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
  is_http_allowed     = var.setting

  origin {
    name      = "orders"
    host_name = "orders.example.com"
  }
}`,
    ),
  ],
});
