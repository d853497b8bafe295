import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Deleted blobs can be restored', ja: '削除した Blob を復元できる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Ransomware and tired operators both delete; soft delete gives back what they deleted.',
    ja: 'ランサムウェアも疲れた担当者も削除します。論理的な削除があれば取り戻せます。',
  },
  fix: {
    edits: { terraform: [{ set: 'blob_properties.delete_retention_policy.days', value: 14 }] },
    summary: {
      en: 'Add delete_retention_policy to blob_properties, with at least 7 days.',
      ja: 'blob_properties に 7 日以上の delete_retention_policy を追加してください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  blob_properties {
    delete_retention_policy {
      days = 14
    }
  }
}`,
    arm: `{
  "type": "Microsoft.Storage/storageAccounts/blobServices",
  "apiVersion": "2023-05-01",
  "name": "ordersdata/default",
  "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
  "properties": { "deleteRetentionPolicy": { "enabled": true, "days": 14 } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/soft-delete-blob-overview'],
  equivalents: ['CKV2_AZURE_38', 'AVD-AZU-0056', 'prowler:storage_ensure_soft_delete_is_enabled', 'cloudsploit:blobSoftDeletionEnabled'],
  params: { minimumDays: { type: 'number', default: 7, min: 1, description: { en: 'Shortest retention in days', ja: '最短の保持日数' } } },
  evaluate(account, { minimumDays }) {
    if (aside(() => account.kind === 'FileStorage')) {
      return notApplicable({ en: `${account.name} holds file shares only`, ja: `${account.name} はファイル共有専用です` });
    }
    const days = account.blobSoftDeleteDays;
    if (days >= minimumDays) return pass();
    return fail({
      en: `Storage account ${account.name} keeps deleted blobs for ${days} days`,
      ja: `ストレージアカウント ${account.name} は削除した Blob を ${days} 日しか保持しません`,
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
  blob_properties {
    versioning_enabled = true
  }
}`,
    ),
    fails('off (template)', {
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
      "properties": { "minimumTlsVersion": "TLS1_2" }
    },
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default",
      "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
      "properties": { "deleteRetentionPolicy": { "enabled": false } }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  blob_properties {
    delete_retention_policy {
      days = 14
    }
  }
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
      "properties": { "minimumTlsVersion": "TLS1_2" }
    },
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default",
      "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
      "properties": { "deleteRetentionPolicy": { "enabled": true, "days": 14 } }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
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
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
    fails(
      'two days',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  blob_properties {
    delete_retention_policy {
      days = 2
    }
  }
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
      "properties": { "minimumTlsVersion": "TLS1_2" }
    },
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default",
      "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
      "properties": { "deleteRetentionPolicy": { "enabled": true, "days": 2 } }
    }
  ]
}`,
      },
    ),
    passes(
      'seven days by default',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  blob_properties {
    delete_retention_policy {}
  }
}`,
    ),
    isNotApplicable(
      'file shares only',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  account_kind                    = "FileStorage"
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
      "kind": "FileStorage",
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
  ],
});
