import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public network access to the search service is off', ja: '検索サービスへのパブリックネットワークアクセスが無効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.search.service',
  why: {
    en: 'An index is a copy of the documents in it; with a leaked query key anybody can read it.',
    ja: 'インデックスは文書の複製です。クエリキーが漏れれば誰でも読めます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_access_enabled', value: false }],
      arm: [{ of: ['Microsoft.Search/searchServices'], set: 'properties.publicNetworkAccess', value: 'disabled' }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_search_service" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "standard"
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/search/service-create-private-endpoint'],
  equivalents: ['CKV_AZURE_124', 'prowler:aisearch_service_not_publicly_accessible'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (!service.publicNetworkAccess) return pass();
    return fail({
      en: `Search service ${service.name} is reachable from public networks`,
      ja: `検索サービス ${service.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_search_service" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "standard"
  public_network_access_enabled = true
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
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_search_service" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "standard"
  public_network_access_enabled = false
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
      "properties": { "publicNetworkAccess": "Disabled" }
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
