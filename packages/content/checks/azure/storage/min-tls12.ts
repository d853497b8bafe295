import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account requires TLS 1.2', ja: 'ストレージアカウントが TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'TLS 1.0 and 1.1 have known weaknesses; a client that still speaks them can be read or tampered with.',
    ja: 'TLS 1.0 と 1.1 には既知の弱点があり、それらで通信するクライアントは盗聴や改ざんを受けるおそれがあります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'min_tls_version', value: 'TLS1_2' }],
      arm: [{ of: ['Microsoft.Storage/storageAccounts'], set: 'properties.minimumTlsVersion', value: 'TLS1_2' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set min_tls_version to TLS1_2.', ja: 'min_tls_version を TLS1_2 にしてください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = "TLS1_2"
}`,
    arm: `{
  "properties": { "minimumTlsVersion": "TLS1_2" }
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --min-tls-version TLS1_2',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/transport-layer-security-configure-minimum-version'],
  equivalents: [
    'CKV_AZURE_44',
    'AVD-AZU-0011',
    'AVD-AZU-0059',
    'tfsec:azure-storage-use-secure-tls-policy',
    'prowler:storage_ensure_minimum_tls_version_12',
    'cloudsploit:storageAccountsTlsVersion',
  ],
  evaluate(account) {
    if (['TLS1_2', 'TLS1_3'].includes(account.minTlsVersion)) return pass();
    return fail({
      en: `Storage account ${account.name} accepts ${account.minTlsVersion}`,
      ja: `ストレージアカウント ${account.name} は ${account.minTlsVersion} を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = "TLS1_0"
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
      "properties": { "minimumTlsVersion": "TLS1_0" }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = "TLS1_2"
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
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
    }),
    isUnknown(
      'handed in by a variable',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = var.setting
}
variable "setting" {}`,
    ),
    passes(
      'not written: azurerm 3 and later ask for TLS 1.2',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}`,
    ),
    fails(
      'not written with azurerm 2',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}
terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 2.99"
    }
  }
}`,
    ),
    fails('not written in a template: the service takes TLS 1.0', {
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
