/** With a key of one's own access to the log can be taken back. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Activity log storage uses a customer key', ja: 'アクティビティログの保存先がカスタマーキーを使う' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.monitor.diagnostic-setting',
  why: { en: 'With a customer key every use is logged and can be withdrawn.', ja: 'カスタマーキーなら利用が記録され、無効化もできます。' },
  fix: {
    summary: {
      en: 'Encrypt the storage account with a key of a key vault.',
      ja: 'ストレージアカウントを Key Vault の鍵で暗号化してください。',
    },
    terraform: `resource "azurerm_storage_account" "logs" {
  name                     = "activitylogs"
  resource_group_name      = "monitoring"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_storage_account_customer_managed_key" "logs" {
  storage_account_id = azurerm_storage_account.logs.id
  key_vault_id       = "vault"
  key_name           = "logs"
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
      "properties": {
        "encryption": {
          "keySource": "Microsoft.Keyvault",
          "keyvaultproperties": { "keyname": "logs", "keyvaulturi": "https://orders.vault.azure.net" }
        }
      }
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
  references: ['https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview'],
  equivalents: ['prowler:monitor_storage_account_with_activity_logs_cmk_encrypted'],
  evaluate(setting) {
    if (!setting.isOfSubscription || !setting.hasStorageAccount)
      return notApplicable({
        en: `${setting.name} stores no activity log in a storage account`,
        ja: `${setting.name} はアクティビティログをストレージに保存していません`,
      });
    if (setting.storageAccount?.customerKey === true) return pass();
    return fail({
      en: `The storage account of diagnostic setting ${setting.name} is encrypted with a key of Azure only`,
      ja: `診断設定 ${setting.name} の保存先ストレージは Azure 管理の鍵だけで暗号化されています`,
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
      "properties": {}
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
}

resource "azurerm_storage_account_customer_managed_key" "logs" {
  storage_account_id = azurerm_storage_account.logs.id
  key_vault_id       = "vault"
  key_name           = "logs"
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
      "properties": {
        "encryption": {
          "keySource": "Microsoft.Keyvault",
          "keyvaultproperties": { "keyname": "logs", "keyvaulturi": "https://orders.vault.azure.net" }
        }
      }
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
