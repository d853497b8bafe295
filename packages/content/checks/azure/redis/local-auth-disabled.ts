import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Redis cache uses Entra ID, not keys', ja: 'Redis キャッシュがキーではなく Entra ID を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.redis.cache',
  why: {
    en: 'An access key opens the whole cache, is shared by all clients and rarely replaced.',
    ja: 'アクセスキーはキャッシュ全体を開き、全クライアントで共有され、めったに交換されません。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'redis_configuration.active_directory_authentication_enabled', value: true },
        { set: 'access_keys_authentication_enabled', value: false },
      ],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set access_keys_authentication_enabled to false.', ja: 'access_keys_authentication_enabled を false にしてください。' },
    terraform: `resource "azurerm_redis_cache" "orders" {
  name                               = "orders"
  resource_group_name                = "orders"
  location                           = "japaneast"
  capacity                           = 1
  family                             = "C"
  sku_name                           = "Standard"
  access_keys_authentication_enabled = false
}`,
    arm: `{
  "properties": { "disableAccessKeyAuthentication": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-azure-active-directory-for-authentication'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cache) {
    if (!cache.localAuth) return pass();
    return fail({ en: `Redis cache ${cache.name} accepts keys`, ja: `Redis キャッシュ ${cache.name} はキーによる認証を受け付けます` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_redis_cache" "orders" {
  name                               = "orders"
  resource_group_name                = "orders"
  location                           = "japaneast"
  capacity                           = 1
  family                             = "C"
  sku_name                           = "Standard"
  access_keys_authentication_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cache/redis",
      "apiVersion": "2024-03-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "sku": { "name": "Standard", "family": "C", "capacity": 1 },
        "disableAccessKeyAuthentication": false
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_redis_cache" "orders" {
  name                               = "orders"
  resource_group_name                = "orders"
  location                           = "japaneast"
  capacity                           = 1
  family                             = "C"
  sku_name                           = "Standard"
  access_keys_authentication_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cache/redis",
      "apiVersion": "2024-03-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "sku": { "name": "Standard", "family": "C", "capacity": 1 },
        "disableAccessKeyAuthentication": true
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cache/redis",
      "apiVersion": "2024-03-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "sku": { "name": "Standard", "family": "C", "capacity": 1 } }
    }
  ]
}`,
      },
    ),
  ],
});
