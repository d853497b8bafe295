import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'File shares require SMB 3.1.1', ja: 'ファイル共有が SMB 3.1.1 を要求する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'SMB 2.1 has no encryption, and 3.0 lacks the protection against downgrade that 3.1.1 has.',
    ja: 'SMB 2.1 には暗号化がなく、3.0 には 3.1.1 にあるダウングレード防止がありません。',
  },
  fix: {
    edits: { terraform: [{ set: 'share_properties.smb.versions', value: ['SMB3.1.1'] }] },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set versions to ["SMB3.1.1"] in share_properties.smb.',
      ja: 'share_properties.smb の versions を ["SMB3.1.1"] にしてください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
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
    retention_policy {}
  }
}`,
    arm: `{
  "type": "Microsoft.Storage/storageAccounts/fileServices",
  "apiVersion": "2023-05-01",
  "name": "ordersdata/default",
  "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
  "properties": { "protocolSettings": { "smb": { "versions": "SMB3.1.1" } } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/files/files-smb-protocol'],
  equivalents: ['prowler:storage_smb_protocol_version_is_latest'],
  evaluate(account) {
    const old = find(account.smbVersions, (version) => version !== 'SMB3.1.1');
    if (old === undefined) return pass();
    return fail({
      en: `File shares of storage account ${account.name} accept ${old}`,
      ja: `ストレージアカウント ${account.name} のファイル共有は ${old} を受け付けます`,
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
  share_properties {
    smb {
      versions = ["SMB3.0", "SMB3.1.1"]
    }
    retention_policy {}
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
      "properties": { "protocolSettings": { "smb": { "versions": "SMB3.0;SMB3.1.1" } } }
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
  share_properties {
    smb {
      versions = ["SMB3.1.1"]
    }
    retention_policy {}
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
      "properties": { "protocolSettings": { "smb": { "versions": "SMB3.1.1" } } }
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
