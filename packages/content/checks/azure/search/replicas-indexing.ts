import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Search service has three replicas for indexing', ja: '検索サービスに更新用のレプリカが 3 つある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.search.service',
  why: {
    en: 'The SLA for queries while the index is updated begins with three replicas.',
    ja: '更新中のクエリに対する SLA はレプリカ 3 つからです。',
  },
  fix: {
    summary: { en: 'Set replica_count to 3 or more.', ja: 'replica_count を 3 以上にしてください。' },
    terraform: `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  replica_count       = 3
}`,
    arm: `{
  "properties": { "replicaCount": 3 }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/search/search-reliability'],
  equivalents: ['CKV_AZURE_208'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.replicas >= 3) return pass();
    return fail({
      en: `Search service ${service.name} has fewer than three replicas (${service.replicas})`,
      ja: `検索サービス ${service.name} のレプリカが 3 つ未満です (${service.replicas})`,
    });
  },
  examples: [
    fails(
      'too few',
      `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  replica_count       = 2
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Search/searchServices",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" },
      "properties": { "replicaCount": 2 }
    }
  ]
}`,
      },
    ),
    passes(
      'enough',
      `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  replica_count       = 3
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Search/searchServices",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" },
      "properties": { "replicaCount": 3 }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Search/searchServices",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" }
    }
  ]
}`,
      },
    ),
  ],
});
