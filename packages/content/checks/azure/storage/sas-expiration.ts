import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Shared access signatures have a longest life', ja: '共有アクセス署名に最長有効期間がある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'A signature without an end is a password in a link: whoever finds the link keeps the access.',
    ja: '期限のない署名はリンクに埋め込まれたパスワードです。リンクを見つけた人は使い続けられます。',
  },
  fix: {
    edits: { terraform: [{ set: 'sas_policy.expiration_period', value: '07.00:00:00' }] },
    summary: { en: 'Add a sas_policy with an expiration_period.', ja: 'expiration_period を持つ sas_policy を追加してください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  sas_policy {
    expiration_period = "07.00:00:00"
  }
}`,
    arm: `{
  "properties": { "sasPolicy": { "sasExpirationPeriod": "07.00:00:00", "expirationAction": "Log" } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/sas-expiration-policy'],
  equivalents: ['CKV2_AZURE_41'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (
      anyOf(
        () => account.sasExpiration !== undefined && account.sasExpiration !== '',
        () => !account.sharedKeyAccess,
      )
    )
      return pass();
    return fail({
      en: `Storage account ${account.name} sets no limit to the life of shared access signatures`,
      ja: `ストレージアカウント ${account.name} は共有アクセス署名の有効期間を制限していません`,
    });
  },
  examples: [
    fails(
      'empty',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  sas_policy {
    expiration_period = ""
  }
}`,
    ),
    passes(
      'a week',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  sas_policy {
    expiration_period = "07.00:00:00"
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
      "properties": {
        "minimumTlsVersion": "TLS1_2",
        "sasPolicy": { "sasExpirationPeriod": "07.00:00:00", "expirationAction": "Log" }
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
    passes(
      'no keys, so no signatures from them',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  shared_access_key_enabled       = false
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
      "properties": { "minimumTlsVersion": "TLS1_2", "allowSharedKeyAccess": false }
    }
  ]
}`,
      },
    ),
  ],
});
