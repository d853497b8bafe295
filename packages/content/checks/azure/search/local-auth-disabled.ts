import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Search service uses Entra ID, not keys', ja: '検索サービスがキーではなく Entra ID を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.search.service',
  why: {
    en: 'Admin keys read, change and delete every index and leave no name in the logs.',
    ja: '管理キーは全インデックスの読み取り・変更・削除ができ、ログに名前が残りません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'local_authentication_enabled', value: false }],
      arm: [{ of: ['Microsoft.Search/searchServices'], set: 'properties.disableLocalAuth', value: true }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_authentication_enabled to false.', ja: 'local_authentication_enabled を false にしてください。' },
    terraform: `resource "azurerm_search_service" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku                          = "standard"
  local_authentication_enabled = false
}`,
    arm: `{
  "properties": { "disableLocalAuth": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/search/search-security-enable-roles'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (!service.localAuth) return pass();
    return fail({ en: `Search service ${service.name} accepts keys`, ja: `検索サービス ${service.name} はキーによる認証を受け付けます` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_search_service" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku                          = "standard"
  local_authentication_enabled = true
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
      "properties": { "disableLocalAuth": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_search_service" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku                          = "standard"
  local_authentication_enabled = false
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
      "properties": { "disableLocalAuth": true }
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
