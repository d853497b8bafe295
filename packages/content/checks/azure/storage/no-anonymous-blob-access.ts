import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account lets no container be public', ja: 'ストレージアカウントでコンテナーの匿名公開が禁止されている' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'With the switch on, one wrong access level on one container puts its blobs on the internet.',
    ja: 'この設定が有効だと、コンテナー 1 つの設定ミスだけで Blob がインターネットに公開されます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'allow_nested_items_to_be_public', value: false }],
      arm: [{ of: ['Microsoft.Storage/storageAccounts'], set: 'properties.allowBlobPublicAccess', value: false }],
    },
    cautions: ['closes-access'],
    summary: { en: 'Set allow_nested_items_to_be_public to false.', ja: 'allow_nested_items_to_be_public を false にしてください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}`,
    arm: `{
  "properties": { "allowBlobPublicAccess": false }
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --allow-blob-public-access false',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-prevent'],
  equivalents: [
    'CKV_AZURE_190',
    'CKV2_AZURE_47',
    'prowler:storage_blob_public_access_level_is_disabled',
    'cloudsploit:blobContainersPrivateAccess',
  ],
  evaluate(account) {
    if (!account.allowsPublicBlobs) return pass();
    return fail({
      en: `Storage account ${account.name} lets containers and blobs be public`,
      ja: `ストレージアカウント ${account.name} はコンテナーや Blob の匿名公開を許しています`,
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
  allow_nested_items_to_be_public = true
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
      "properties": { "allowBlobPublicAccess": true }
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
}`,
    ),
    passes('on (template)', {
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
      "properties": { "allowBlobPublicAccess": false }
    }
  ]
}`,
    }),
    isUnknown(
      'handed in by a variable',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = var.setting
}
variable "setting" {}`,
    ),
    fails(
      'not written: azurerm allows it',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}`,
    ),
    fails(
      'on, the name of azurerm 2',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  allow_blob_public_access = true
}`,
    ),
    passes('not written in a template: the service forbids it', {
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
      "kind": "StorageV2"
    }
  ]
}`,
    }),
  ],
});
