import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Redis has a replica', ja: 'Redis にレプリカがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.redis.cache',
  why: {
    en: 'A Basic cache is one machine: every patch and every fault empties it.',
    ja: 'Basic は 1 台だけなので、パッチや障害のたびに空になります。',
  },
  fix: {
    summary: { en: 'Set sku_name to Standard or Premium.', ja: 'sku_name を Standard か Premium にしてください。' },
    terraform: `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-high-availability'],
  equivalents: ['CKV_AZURE_230'],
  noFramework: 'no control mapping yet',
  evaluate(cache) {
    if (cache.sku !== 'Basic') return pass();
    return fail({
      en: `Redis cache ${cache.name} has a single node (${cache.sku})`,
      ja: `Redis キャッシュ ${cache.name} は単一ノードです (${cache.sku})`,
    });
  },
  examples: [
    passes(
      'Standard',
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
      'Basic',
      `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Basic"
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
      "properties": { "sku": { "name": "Basic", "family": "C", "capacity": 1 } }
    }
  ]
}`,
      },
    ),
  ],
});
