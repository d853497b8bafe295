import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Search service has a managed identity', ja: '検索サービスにマネージド ID がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.search.service',
  why: {
    en: 'With an identity indexers read their sources without stored passwords.',
    ja: 'ID があれば、インデクサーはパスワードなしでソースを読めます。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
    terraform: `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  identity {
    type = "SystemAssigned"
  }
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/search/search-howto-managed-identities-data-sources'],
  equivalents: ['CKV_AZURE_207'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.identity) return pass();
    return fail({
      en: `Search service ${service.name} has no managed identity`,
      ja: `検索サービス ${service.name} にマネージド ID がありません`,
    });
  },
  examples: [
    fails('off', {
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
      "identity": { "type": "None" }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  identity {
    type = "SystemAssigned"
  }
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
      "identity": { "type": "SystemAssigned" }
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
