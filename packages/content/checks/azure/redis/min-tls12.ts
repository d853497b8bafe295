import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Redis requires TLS 1.2', ja: 'Redis が TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.redis.cache',
  why: {
    en: 'Sessions and keys in the cache can be read by somebody on the path who forces an old version.',
    ja: '古いバージョンを強いられると、経路上でセッションやキーを読まれます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'minimum_tls_version', value: '1.2' }],
      arm: [{ of: ['Microsoft.Cache/redis'], set: 'properties.minimumTlsVersion', value: '1.2' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set minimum_tls_version to 1.2.', ja: 'minimum_tls_version を 1.2 にしてください。' },
    terraform: `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
  minimum_tls_version = "1.2"
}`,
    arm: `{
  "properties": { "minimumTlsVersion": "1.2" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-remove-tls-10-11'],
  equivalents: ['CKV_AZURE_148'],
  noFramework: 'no control mapping yet',
  evaluate(cache) {
    if (['1.2', '1.3'].includes(cache.minTlsVersion)) return pass();
    return fail({
      en: `Redis cache ${cache.name} accepts TLS ${cache.minTlsVersion}`,
      ja: `Redis キャッシュ ${cache.name} は TLS ${cache.minTlsVersion} を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
  minimum_tls_version = "1.0"
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
        "minimumTlsVersion": "1.0"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
  minimum_tls_version = "1.2"
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
        "minimumTlsVersion": "1.2"
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
