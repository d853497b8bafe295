import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Configuration store cannot be purged', ja: 'App Configuration ストアを完全削除できない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.appconfiguration.store',
  why: {
    en: 'A store that is deleted for good takes the settings of every application with it.',
    ja: '完全に削除されると、全アプリの設定が失われます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'purge_protection_enabled', value: true }],
      arm: [{ of: ['Microsoft.AppConfiguration/configurationStores'], set: 'properties.enablePurgeProtection', value: true }],
    },
    cautions: ['needs-tier', 'irreversible'],
    summary: { en: 'Set purge_protection_enabled to true.', ja: 'purge_protection_enabled を true にしてください。' },
    terraform: `resource "azurerm_app_configuration" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  sku                      = "standard"
  purge_protection_enabled = true
}`,
    arm: `{
  "properties": { "enablePurgeProtection": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/concept-soft-delete'],
  equivalents: ['CKV_AZURE_187'],
  noFramework: 'no control mapping yet',
  evaluate(store) {
    if (store.purgeProtection) return pass();
    return fail({
      en: `App Configuration store ${store.name} can be purged`,
      ja: `App Configuration ストア ${store.name} は完全に削除できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_app_configuration" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  sku                      = "standard"
  purge_protection_enabled = false
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
      "sku": { "name": "standard" },
      "properties": { "enablePurgeProtection": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_app_configuration" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  sku                      = "standard"
  purge_protection_enabled = true
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
      "sku": { "name": "standard" },
      "properties": { "enablePurgeProtection": true }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
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
  ],
});
