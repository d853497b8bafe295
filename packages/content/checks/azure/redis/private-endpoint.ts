import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Redis cache is reached through a private endpoint', ja: 'Redis キャッシュにプライベートエンドポイントで接続する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.redis.cache',
  why: {
    en: 'Through a private endpoint the cache is reached from your network only.',
    ja: 'プライベートエンドポイントなら、自社ネットワークからだけ届きます。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the cache (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_redis_cache.orders.id
    subresource_names              = ["redisCache"]
    is_manual_connection           = false
  }
}`,
    arm: `{
  "type": "Microsoft.Network/privateEndpoints",
  "apiVersion": "2023-11-01",
  "name": "orders",
  "location": "japaneast",
  "properties": {
    "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]" },
    "privateLinkServiceConnections": [
      {
        "name": "orders",
        "properties": { "privateLinkServiceId": "[resourceId('Microsoft.Cache/redis', 'orders')]" }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-private-link'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cache) {
    if (cache.privateEndpoint) return pass();
    return fail({
      en: `Redis cache ${cache.name} has no private endpoint`,
      ja: `Redis キャッシュ ${cache.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_redis_cache" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_redis_cache.orders.id
    subresource_names              = ["redisCache"]
    is_manual_connection           = false
  }
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
    },
    {
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "subnet": {
          "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
        },
        "privateLinkServiceConnections": [
          {
            "name": "orders",
            "properties": { "privateLinkServiceId": "[resourceId('Microsoft.Cache/redis', 'orders')]" }
          }
        ]
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
