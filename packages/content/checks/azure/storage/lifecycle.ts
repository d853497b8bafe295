import { aside, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A lifecycle policy removes what is no longer needed', ja: '不要データを片付けるライフサイクルポリシーがある' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Data nobody deletes keeps costing, and keeps being something that can leak.',
    ja: '誰も消さないデータは費用がかかり続け、漏れ得るものとして残り続けます。',
  },
  fix: {
    summary: {
      en: 'Add a lifecycle rule to the account (azurerm_storage_management_policy).',
      ja: 'アカウントにライフサイクルルールを追加してください (azurerm_storage_management_policy)。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_storage_management_policy" "orders" {
  storage_account_id = azurerm_storage_account.orders.id
  rule {
    name    = "old"
    enabled = true
    filters {
      blob_types = ["blockBlob"]
    }
    actions {
      base_blob {
        delete_after_days_since_modification_greater_than = 365
      }
    }
  }
}`,
    arm: `{
  "type": "Microsoft.Storage/storageAccounts/managementPolicies",
  "apiVersion": "2023-05-01",
  "name": "ordersdata/default",
  "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
  "properties": {
    "policy": {
      "rules": [
        {
          "name": "old",
          "type": "Lifecycle",
          "definition": {
            "filters": { "blobTypes": ["blockBlob"] },
            "actions": { "baseBlob": { "delete": { "daysAfterModificationGreaterThan": 365 } } }
          }
        }
      ]
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/lifecycle-management-overview'],
  equivalents: [],
  evaluate(account) {
    if (aside(() => account.kind === 'FileStorage')) {
      return notApplicable({ en: `${account.name} holds file shares only`, ja: `${account.name} はファイル共有専用です` });
    }
    if (account.hasLifecycle) return pass();
    return fail({
      en: `Storage account ${account.name} has no lifecycle policy`,
      ja: `ストレージアカウント ${account.name} にライフサイクルポリシーがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_storage_management_policy" "orders" {
  storage_account_id = azurerm_storage_account.orders.id
  rule {
    name    = "old"
    enabled = true
    filters {
      blob_types = ["blockBlob"]
    }
    actions {
      base_blob {
        delete_after_days_since_modification_greater_than = 365
      }
    }
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
      "type": "Microsoft.Storage/storageAccounts/managementPolicies",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default",
      "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', 'ordersdata')]"],
      "properties": {
        "policy": {
          "rules": [
            {
              "name": "old",
              "type": "Lifecycle",
              "definition": {
                "filters": { "blobTypes": ["blockBlob"] },
                "actions": { "baseBlob": { "delete": { "daysAfterModificationGreaterThan": 365 } } }
              }
            }
          ]
        }
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
