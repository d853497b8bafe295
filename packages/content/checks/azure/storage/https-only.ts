import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account accepts HTTPS only', ja: 'ストレージアカウントが HTTPS のみを受け付ける' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Over plain HTTP anyone on the path reads the data, and any token or signature that comes with the request.',
    ja: '平文の HTTP では、経路上の誰もがデータと、リクエストに付くトークンや署名を読み取れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'https_traffic_only_enabled', value: true }],
      arm: [{ of: ['Microsoft.Storage/storageAccounts'], set: 'properties.supportsHttpsTrafficOnly', value: true }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set https_traffic_only_enabled to true (enable_https_traffic_only before azurerm 4).',
      ja: 'https_traffic_only_enabled (azurerm 4 より前は enable_https_traffic_only) を true にしてください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  https_traffic_only_enabled      = true
}`,
    arm: `{
  "properties": { "supportsHttpsTrafficOnly": true }
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --https-only true',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer'],
  equivalents: [
    'CKV_AZURE_3',
    'CKV_AZURE_60',
    'AVD-AZU-0008',
    'AVD-AZU-0059',
    'tfsec:azure-storage-enforce-https',
    'prowler:storage_secure_transfer_required_is_enabled',
    'cloudsploit:storageAccountsHttps',
  ],
  evaluate(account) {
    if (account.httpsOnly) return pass();
    return fail({
      en: `Storage account ${account.name} also accepts unencrypted HTTP`,
      ja: `ストレージアカウント ${account.name} は暗号化されない HTTP も受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  https_traffic_only_enabled      = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2", "supportsHttpsTrafficOnly": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  https_traffic_only_enabled      = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2", "supportsHttpsTrafficOnly": true }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in by a variable',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  https_traffic_only_enabled      = var.setting
}
variable "setting" {}`,
    ),
    fails(
      'off, the name before azurerm 4',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  enable_https_traffic_only       = false
}`,
    ),
    passes(
      'not written: the default is on',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}`,
    ),
    fails('not written in an API version from before the default', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2018-07-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
    }),
  ],
});
