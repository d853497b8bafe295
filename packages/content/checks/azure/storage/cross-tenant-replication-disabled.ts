import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Objects cannot replicate to another tenant', ja: 'オブジェクトを別テナントへ複製できない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Whoever may write a replication policy can copy the data, continuously, to an account of a tenant you do not control.',
    ja: 'レプリケーションポリシーを書ける者は、管理外テナントのアカウントへデータを継続的にコピーできます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'cross_tenant_replication_enabled', value: false }],
      arm: [{ of: ['Microsoft.Storage/storageAccounts'], set: 'properties.allowCrossTenantReplication', value: false }],
    },
    cautions: ['closes-access'],
    summary: { en: 'Set cross_tenant_replication_enabled to false.', ja: 'cross_tenant_replication_enabled を false にしてください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                             = "ordersdata"
  resource_group_name              = "orders"
  location                         = "japaneast"
  account_tier                     = "Standard"
  account_replication_type         = "ZRS"
  allow_nested_items_to_be_public  = false
  cross_tenant_replication_enabled = false
}`,
    arm: `{
  "properties": { "allowCrossTenantReplication": false }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/object-replication-prevent-cross-tenant-policies'],
  equivalents: ['prowler:storage_cross_tenant_replication_disabled'],
  evaluate(account) {
    if (!account.crossTenantReplication) return pass();
    return fail({
      en: `Storage account ${account.name} may replicate objects to other tenants`,
      ja: `ストレージアカウント ${account.name} は他テナントへオブジェクトを複製できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_storage_account" "orders" {
  name                             = "ordersdata"
  resource_group_name              = "orders"
  location                         = "japaneast"
  account_tier                     = "Standard"
  account_replication_type         = "ZRS"
  allow_nested_items_to_be_public  = false
  cross_tenant_replication_enabled = true
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
      "properties": { "minimumTlsVersion": "TLS1_2", "allowCrossTenantReplication": true }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                             = "ordersdata"
  resource_group_name              = "orders"
  location                         = "japaneast"
  account_tier                     = "Standard"
  account_replication_type         = "ZRS"
  allow_nested_items_to_be_public  = false
  cross_tenant_replication_enabled = false
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
      "properties": { "minimumTlsVersion": "TLS1_2", "allowCrossTenantReplication": false }
    }
  ]
}`,
      },
    ),
    passes(
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
    fails(
      'not written with azurerm 3',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 3.100"
    }
  }
}`,
    ),
  ],
});
