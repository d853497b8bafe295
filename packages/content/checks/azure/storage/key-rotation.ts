import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Account keys expire within 90 days', ja: 'アカウントキーが 90 日以内に期限切れになる' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Without an expiry nobody is told that a key has been in circulation for years.',
    ja: '期限がなければ、何年も使われ続けているキーに誰も気づきません。',
  },
  fix: {
    summary: {
      en: 'Set keyPolicy.keyExpirationPeriodInDays to at most 90.',
      ja: 'keyPolicy.keyExpirationPeriodInDays を 90 以下にしてください。',
    },
    arm: `{
  "properties": { "keyPolicy": { "keyExpirationPeriodInDays": 90 } }
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --key-exp-days 90',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage'],
  equivalents: ['prowler:storage_key_rotation_90_days'],
  without: { terraform: 'azurerm has no argument for the key policy' },
  params: {
    maximumDays: { type: 'number', default: 90, min: 1, description: { en: 'Longest life of a key in days', ja: 'キーの最長日数' } },
  },
  evaluate(account, { maximumDays }) {
    if (aside(() => !account.sharedKeyAccess)) {
      return notApplicable({ en: `${account.name} accepts no account keys`, ja: `${account.name} はアカウントキーを受け付けません` });
    }
    const days = account.keyExpirationDays;
    if (days !== undefined && days <= maximumDays) return pass();
    return fail({
      en: `The keys of storage account ${account.name} ${days === undefined ? 'never expire' : `expire after ${days} days only`}`,
      ja: `ストレージアカウント ${account.name} のキーは${days === undefined ? '期限切れになりません' : ` ${days} 日後まで有効です`}`,
    });
  },
  examples: [
    fails('off', {
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
      "properties": { "minimumTlsVersion": "TLS1_2", "keyPolicy": { "keyExpirationPeriodInDays": 365 } }
    }
  ]
}`,
    }),
    passes('on', {
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
      "properties": { "minimumTlsVersion": "TLS1_2", "keyPolicy": { "keyExpirationPeriodInDays": 90 } }
    }
  ]
}`,
    }),
    fails('not written in a template', {
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
    }),
    isNotApplicable(
      'no keys at all',
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
    isNotApplicable(
      'azurerm cannot say it',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}`,
    ),
  ],
});
