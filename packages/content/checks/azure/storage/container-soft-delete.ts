import { aside, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Deleted containers can be restored', ja: '削除したコンテナーを復元できる' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Soft delete of blobs does not help when the whole container is deleted.',
    ja: 'Blob の論理的な削除だけでは、コンテナーごと消されたときに役立ちません。',
  },
  fix: {
    edits: { terraform: [{ set: 'blob_properties.container_delete_retention_policy.days', value: 14 }] },
    summary: {
      en: 'Add container_delete_retention_policy to blob_properties, with at least 7 days.',
      ja: 'blob_properties に 7 日以上の container_delete_retention_policy を追加してください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  blob_properties {
    container_delete_retention_policy {
      days = 14
    }
  }
}`,
    arm: `{
  "type": "Microsoft.Storage/storageAccounts/blobServices",
  "apiVersion": "2023-05-01",
  "name": "ordersdata/default",
  "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
  "properties": { "containerDeleteRetentionPolicy": { "enabled": true, "days": 14 } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/soft-delete-container-overview'],
  equivalents: [],
  params: { minimumDays: { type: 'number', default: 7, min: 1, description: { en: 'Shortest retention in days', ja: '最短の保持日数' } } },
  evaluate(account, { minimumDays }) {
    if (aside(() => account.kind === 'FileStorage')) {
      return notApplicable({ en: `${account.name} holds file shares only`, ja: `${account.name} はファイル共有専用です` });
    }
    const days = account.containerSoftDeleteDays;
    if (days >= minimumDays) return pass();
    return fail({
      en: `Storage account ${account.name} keeps deleted containers for ${days} days`,
      ja: `ストレージアカウント ${account.name} は削除したコンテナーを ${days} 日しか保持しません`,
    });
  },
  examples: [
    fails(
      'one day',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  blob_properties {
    container_delete_retention_policy {
      days = 1
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
      "properties": { "containerDeleteRetentionPolicy": { "enabled": true, "days": 1 } }
    }
  ]
}`,
      },
    ),
    passes(
      'two weeks',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  blob_properties {
    container_delete_retention_policy {
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
      "properties": { "containerDeleteRetentionPolicy": { "enabled": true, "days": 14 } }
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
  ],
});
