import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Redis has no port without TLS', ja: 'Redis に TLS なしのポートがない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.redis.cache',
  why: {
    en: 'On the plain port the access key and every cached session travel in clear text.',
    ja: '平文ポートでは、アクセスキーもキャッシュされたセッションもそのまま流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'non_ssl_port_enabled', value: false }],
      arm: [{ of: ['Microsoft.Cache/redis'], set: 'properties.enableNonSslPort', value: false }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Remove non_ssl_port_enabled = true (enable_non_ssl_port before azurerm 4).',
      ja: 'non_ssl_port_enabled = true (azurerm 4 より前は enable_non_ssl_port) を削除してください。',
    },
    terraform: `resource "azurerm_redis_cache" "orders" {
  name                 = "orders"
  resource_group_name  = "orders"
  location             = "japaneast"
  capacity             = 1
  family               = "C"
  sku_name             = "Standard"
  non_ssl_port_enabled = false
}`,
    arm: `{
  "properties": { "enableNonSslPort": false }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure'],
  equivalents: ['CKV_AZURE_91', 'cloudsploit:sslAccessOnlyEnabled'],
  evaluate(cache) {
    if (!cache.plainPort) return pass();
    return fail({
      en: `Redis cache ${cache.name} listens on a port without TLS`,
      ja: `Redis キャッシュ ${cache.name} は TLS なしのポートで待ち受けています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_redis_cache" "orders" {
  name                 = "orders"
  resource_group_name  = "orders"
  location             = "japaneast"
  capacity             = 1
  family               = "C"
  sku_name             = "Standard"
  non_ssl_port_enabled = true
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
        "enableNonSslPort": true
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_redis_cache" "orders" {
  name                 = "orders"
  resource_group_name  = "orders"
  location             = "japaneast"
  capacity             = 1
  family               = "C"
  sku_name             = "Standard"
  non_ssl_port_enabled = false
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
        "enableNonSslPort": false
      }
    }
  ]
}`,
      },
    ),
    passes(
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
    fails(
      'the name before azurerm 4',
      `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
  enable_non_ssl_port = true
}`,
    ),
  ],
});
