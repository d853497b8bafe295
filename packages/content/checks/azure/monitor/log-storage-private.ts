/** The activity log shows how a subscription is built and who works in it. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Activity log storage is private', ja: 'アクティビティログの保存先が非公開である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.monitor.diagnostic-setting',
  why: {
    en: 'Whoever reads the log learns names, addresses and habits of administrators.',
    ja: 'ログを読めば、管理者の名前・アドレス・行動が分かります。',
  },
  fix: {
    summary: {
      en: 'Set allow_nested_items_to_be_public to false on the storage account.',
      ja: 'ストレージアカウントの allow_nested_items_to_be_public を false にしてください。',
    },
    terraform: `resource "azurerm_storage_account" "logs" {
  name                     = "activitylogs"
  resource_group_name      = "monitoring"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"
  allow_nested_items_to_be_public = false
}

resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001"
  storage_account_id         = azurerm_storage_account.logs.id

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2024-01-01",
      "name": "activitylogs",
      "sku": { "name": "Standard_GRS" },
      "kind": "StorageV2",
      "location": "japaneast",
      "properties": { "allowBlobPublicAccess": false }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "activity",
      "properties": {
        "storageAccountId": "[resourceId('Microsoft.Storage/storageAccounts', 'activitylogs')]",
        "logs": [
          { "category": "Administrative", "enabled": true },
          { "category": "Alert", "enabled": true },
          { "category": "Policy", "enabled": true },
          { "category": "Security", "enabled": true }
        ]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent'],
  equivalents: ['prowler:monitor_storage_account_with_activity_logs_is_private'],
  evaluate(setting) {
    if (!setting.isOfSubscription || !setting.hasStorageAccount)
      return notApplicable({
        en: `${setting.name} stores no activity log in a storage account`,
        ja: `${setting.name} はアクティビティログをストレージに保存していません`,
      });
    if (setting.storageAccount?.allowsPublicBlobs === false) return pass();
    return fail({
      en: `The storage account of diagnostic setting ${setting.name} allows public containers`,
      ja: `診断設定 ${setting.name} の保存先ストレージはコンテナーの公開を許可しています`,
    });
  },
  examples: [
    fails(
      'it is not',
      `resource "azurerm_storage_account" "logs" {
  name                     = "activitylogs"
  resource_group_name      = "monitoring"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"
  allow_nested_items_to_be_public = true
}

resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001"
  storage_account_id         = azurerm_storage_account.logs.id

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2024-01-01",
      "name": "activitylogs",
      "sku": { "name": "Standard_GRS" },
      "kind": "StorageV2",
      "location": "japaneast",
      "properties": { "allowBlobPublicAccess": true }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "activity",
      "properties": {
        "storageAccountId": "[resourceId('Microsoft.Storage/storageAccounts', 'activitylogs')]",
        "logs": [
          { "category": "Administrative", "enabled": true },
          { "category": "Alert", "enabled": true },
          { "category": "Policy", "enabled": true },
          { "category": "Security", "enabled": true }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_storage_account" "logs" {
  name                     = "activitylogs"
  resource_group_name      = "monitoring"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"
  allow_nested_items_to_be_public = false
}

resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001"
  storage_account_id         = azurerm_storage_account.logs.id

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2024-01-01",
      "name": "activitylogs",
      "sku": { "name": "Standard_GRS" },
      "kind": "StorageV2",
      "location": "japaneast",
      "properties": { "allowBlobPublicAccess": false }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "activity",
      "properties": {
        "storageAccountId": "[resourceId('Microsoft.Storage/storageAccounts', 'activitylogs')]",
        "logs": [
          { "category": "Administrative", "enabled": true },
          { "category": "Alert", "enabled": true },
          { "category": "Policy", "enabled": true },
          { "category": "Security", "enabled": true }
        ]
      }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'of another resource',
      `resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
  storage_account_id         = "/subscriptions/s/storageAccounts/logs"

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}`,
    ),
    isNotApplicable(
      'sent elsewhere',
      `resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001"
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "activity",
      "properties": {
        "workspaceId": "workspace",
        "logs": [
          { "category": "Administrative", "enabled": true },
          { "category": "Alert", "enabled": true },
          { "category": "Policy", "enabled": true },
          { "category": "Security", "enabled": true }
        ]
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'the account is not in this code',
      `resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001"
  storage_account_id         = "/subscriptions/s/storageAccounts/logs"

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}`,
    ),
  ],
});
