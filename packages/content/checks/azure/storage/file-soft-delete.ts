/** New accounts keep shares for 7 days; a share_properties block without a policy switches that off. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Deleted file shares can be restored', ja: '削除したファイル共有を復元できる' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'A deleted share is gone with all its snapshots unless soft delete keeps it.',
    ja: '論理的な削除がなければ、削除した共有はスナップショットごと失われます。',
  },
  fix: {
    edits: { terraform: [{ set: 'share_properties.retention_policy.days', value: 14 }] },
    summary: { en: 'Add retention_policy to share_properties.', ja: 'share_properties に retention_policy を追加してください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  share_properties {
    retention_policy {
      days = 14
    }
  }
}`,
    arm: `{
  "type": "Microsoft.Storage/storageAccounts/fileServices",
  "apiVersion": "2023-05-01",
  "name": "ordersdata/default",
  "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
  "properties": { "shareDeleteRetentionPolicy": { "enabled": true, "days": 14 } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/files/storage-files-prevent-file-share-deletion'],
  equivalents: ['prowler:storage_ensure_file_shares_soft_delete_is_enabled'],
  evaluate(account) {
    if (account.shareSoftDeleteDays > 0) return pass();
    return fail({
      en: `Storage account ${account.name} does not keep deleted file shares`,
      ja: `ストレージアカウント ${account.name} は削除したファイル共有を保持しません`,
    });
  },
  examples: [
    fails(
      'settings of shares without a policy',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  share_properties {
    smb {
      versions = ["SMB3.1.1"]
    }
  }
}`,
    ),
    fails('settings of shares without a policy (template)', {
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
      "type": "Microsoft.Storage/storageAccounts/fileServices",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default",
      "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
      "properties": { "shareDeleteRetentionPolicy": { "enabled": false } }
    }
  ]
}`,
    }),
    passes(
      'two weeks',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  share_properties {
    retention_policy {
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
      "type": "Microsoft.Storage/storageAccounts/fileServices",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default",
      "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
      "properties": { "shareDeleteRetentionPolicy": { "enabled": true, "days": 14 } }
    }
  ]
}`,
      },
    ),
    passes(
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
  ],
});
