import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account has no local users', ja: 'ストレージアカウントでローカルユーザーが無効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'SFTP users with passwords or keys of their own stand outside of Entra ID, its conditions and its leavers process.',
    ja: '独自のパスワードやキーを持つ SFTP ユーザーは Entra ID の管理や退職者処理の外にあります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'local_user_enabled', value: false }],
      arm: [{ of: ['Microsoft.Storage/storageAccounts'], set: 'properties.isLocalUserEnabled', value: false }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_user_enabled to false.', ja: 'local_user_enabled を false にしてください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  is_hns_enabled                  = true
  local_user_enabled              = false
}`,
    arm: `{
  "properties": { "isHnsEnabled": true, "isLocalUserEnabled": false }
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --enable-local-user false',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/secure-file-transfer-protocol-support'],
  equivalents: ['CKV_AZURE_244'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.localUsers) return pass();
    return fail({
      en: `Storage account ${account.name} allows local users`,
      ja: `ストレージアカウント ${account.name} はローカルユーザーを許可しています`,
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
  is_hns_enabled                  = true
  local_user_enabled              = true
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
      "properties": { "minimumTlsVersion": "TLS1_2", "isHnsEnabled": true, "isLocalUserEnabled": true }
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
  is_hns_enabled                  = true
  local_user_enabled              = false
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
      "properties": { "minimumTlsVersion": "TLS1_2", "isHnsEnabled": true, "isLocalUserEnabled": false }
    }
  ]
}`,
      },
    ),
    fails(
      'not written, with SFTP',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  is_hns_enabled                  = true
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
      "properties": { "minimumTlsVersion": "TLS1_2", "isHnsEnabled": true }
    }
  ]
}`,
      },
    ),
    passes(
      'no SFTP',
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
