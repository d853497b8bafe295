import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account is geo-redundant', ja: 'ストレージアカウントが geo 冗長である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Local and zone redundancy end with the region; a copy in the paired region does not.',
    ja: 'ローカル冗長やゾーン冗長はリージョン障害と共に失われますが、ペアリージョンのコピーは残ります。',
  },
  fix: {
    summary: { en: 'Set account_replication_type to GZRS or GRS.', ja: 'account_replication_type を GZRS か GRS にしてください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GZRS"
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --sku Standard_GZRS',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-redundancy'],
  equivalents: ['CKV_AZURE_206', 'AVD-AZU-0058', 'prowler:storage_geo_redundant_enabled'],
  evaluate(account) {
    if (['GRS', 'RAGRS', 'GZRS', 'RAGZRS'].includes(account.replication)) return pass();
    return fail({
      en: `Storage account ${account.name} is replicated within its region only (${account.replication})`,
      ja: `ストレージアカウント ${account.name} はリージョン内でのみ複製されます (${account.replication})`,
    });
  },
  examples: [
    fails(
      'zones of one region',
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
      'two regions',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GZRS"
}`,
    ),
    passes('two regions (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_GZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
    }),
  ],
});
