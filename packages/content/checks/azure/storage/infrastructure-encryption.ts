import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account encrypts twice', ja: 'ストレージアカウントが二重に暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'A second layer with another key and algorithm protects when one of them turns out to be broken; it can only be chosen at creation.',
    ja: '別のキーとアルゴリズムによる二層目は一方が破られても守ります。作成時にしか選べません。',
  },
  fix: {
    summary: {
      en: 'Set infrastructure_encryption_enabled to true when the account is created.',
      ja: '作成時に infrastructure_encryption_enabled を true にしてください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                              = "ordersdata"
  resource_group_name               = "orders"
  location                          = "japaneast"
  account_tier                      = "Standard"
  account_replication_type          = "ZRS"
  allow_nested_items_to_be_public   = false
  infrastructure_encryption_enabled = true
}`,
    arm: `{
  "properties": {
    "encryption": { "keySource": "Microsoft.Storage", "requireInfrastructureEncryption": true }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/infrastructure-encryption-enable'],
  equivalents: ['AVD-AZU-0061', 'prowler:storage_infrastructure_encryption_is_enabled', 'cloudsploit:infrastructureEncryption'],
  evaluate(account) {
    if (account.doubleEncryption) return pass();
    return fail({
      en: `Storage account ${account.name} has no infrastructure encryption`,
      ja: `ストレージアカウント ${account.name} はインフラストラクチャ暗号化が無効です`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_storage_account" "orders" {
  name                              = "ordersdata"
  resource_group_name               = "orders"
  location                          = "japaneast"
  account_tier                      = "Standard"
  account_replication_type          = "ZRS"
  allow_nested_items_to_be_public   = false
  infrastructure_encryption_enabled = false
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
      "properties": {
        "minimumTlsVersion": "TLS1_2",
        "encryption": { "keySource": "Microsoft.Storage", "requireInfrastructureEncryption": false }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                              = "ordersdata"
  resource_group_name               = "orders"
  location                          = "japaneast"
  account_tier                      = "Standard"
  account_replication_type          = "ZRS"
  allow_nested_items_to_be_public   = false
  infrastructure_encryption_enabled = true
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
      "properties": {
        "minimumTlsVersion": "TLS1_2",
        "encryption": { "keySource": "Microsoft.Storage", "requireInfrastructureEncryption": true }
      }
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
