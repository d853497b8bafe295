import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SMB channels use AES-256-GCM', ja: 'SMB チャネルが AES-256-GCM を使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'The weaker ciphers are offered unless you remove them, and the client chooses.',
    ja: '取り除かない限り弱い暗号も提示され、選ぶのはクライアントです。',
  },
  fix: {
    edits: { terraform: [{ set: 'share_properties.smb.channel_encryption_type', value: ['AES-256-GCM'] }] },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set channel_encryption_type to ["AES-256-GCM"] in share_properties.smb.',
      ja: 'share_properties.smb の channel_encryption_type を ["AES-256-GCM"] にしてください。',
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
      channel_encryption_type = ["AES-256-GCM"]
    }
    retention_policy {}
  }
}`,
    arm: `{
  "type": "Microsoft.Storage/storageAccounts/fileServices",
  "apiVersion": "2023-05-01",
  "name": "ordersdata/default",
  "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
  "properties": { "protocolSettings": { "smb": { "channelEncryption": "AES-256-GCM" } } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/files/files-smb-protocol'],
  equivalents: ['prowler:storage_smb_channel_encryption_with_secure_algorithm'],
  evaluate(account) {
    const weak = find(account.smbChannelEncryption, (cipher) => cipher !== 'AES-256-GCM');
    if (weak === undefined) return pass();
    return fail({
      en: `File shares of storage account ${account.name} accept ${weak}`,
      ja: `ストレージアカウント ${account.name} のファイル共有は ${weak} を受け付けます`,
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
      channel_encryption_type = ["AES-128-GCM", "AES-256-GCM"]
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
      "properties": { "protocolSettings": { "smb": { "channelEncryption": "AES-128-GCM;AES-256-GCM" } } }
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
      channel_encryption_type = ["AES-256-GCM"]
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
      "properties": { "protocolSettings": { "smb": { "channelEncryption": "AES-256-GCM" } } }
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
