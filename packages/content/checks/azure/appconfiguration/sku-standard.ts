import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Configuration store has an SLA', ja: 'App Configuration ストアに SLA がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.appconfiguration.store',
  why: {
    en: 'The free size has no SLA, no soft delete and no private endpoint for long-lived use.',
    ja: '無料サイズには SLA も論理的な削除もありません。',
  },
  fix: {
    summary: { en: 'Set sku to standard or premium.', ja: 'sku を standard か premium にしてください。' },
    terraform: `resource "azurerm_app_configuration" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/faq'],
  equivalents: ['CKV_AZURE_188'],
  noFramework: 'no control mapping yet',
  evaluate(store) {
    if (['standard', 'premium'].includes(store.sku)) return pass();
    return fail({
      en: `App Configuration store ${store.name} has a size without SLA (${store.sku})`,
      ja: `App Configuration ストア ${store.name} のサイズには SLA がありません (${store.sku})`,
    });
  },
  examples: [
    passes(
      'standard',
      `resource "azurerm_app_configuration" "orders" {
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
      "type": "Microsoft.AppConfiguration/configurationStores",
      "apiVersion": "2023-03-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" }
    }
  ]
}`,
      },
    ),
    fails(
      'free',
      `resource "azurerm_app_configuration" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppConfiguration/configurationStores",
      "apiVersion": "2023-03-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "free" }
    }
  ]
}`,
      },
    ),
  ],
});
