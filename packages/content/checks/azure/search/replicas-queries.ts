import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Search service has two replicas for queries', ja: '検索サービスにクエリ用のレプリカが 2 つある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.search.service',
  why: {
    en: 'With one replica queries stop at every patch; the SLA begins with two.',
    ja: 'レプリカが 1 つだとパッチのたびに止まります。SLA は 2 つからです。',
  },
  fix: {
    summary: { en: 'Set replica_count to 2 or more.', ja: 'replica_count を 2 以上にしてください。' },
    terraform: `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  replica_count       = 2
}`,
    arm: `{
  "properties": { "replicaCount": 2 }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/search/search-reliability'],
  equivalents: ['CKV_AZURE_209'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.replicas >= 2) return pass();
    return fail({
      en: `Search service ${service.name} has fewer than two replicas (${service.replicas})`,
      ja: `検索サービス ${service.name} のレプリカが 2 つ未満です (${service.replicas})`,
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
  replica_count       = 1
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
      "properties": { "replicaCount": 1 }
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
