import { any, aside, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Reads, writes and deletes of blobs are logged', ja: 'Blob の読み取り・書き込み・削除が記録される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.storage.account',
  why: {
    en: 'Without the data-plane log nobody can say which objects an intruder took.',
    ja: 'データプレーンのログがなければ、侵入者が何を持ち出したか分かりません。',
  },
  fix: {
    summary: {
      en: 'Add a diagnostic setting for blobServices/default that collects StorageRead, StorageWrite and StorageDelete.',
      ja: 'blobServices/default に StorageRead・StorageWrite・StorageDelete を集める診断設定を追加してください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = "\${azurerm_storage_account.orders.id}/blobServices/default"
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "StorageRead"
  }
  enabled_log {
    category = "StorageWrite"
  }
  enabled_log {
    category = "StorageDelete"
  }
}`,
    arm: `{
  "type": "Microsoft.Insights/diagnosticSettings",
  "apiVersion": "2021-05-01-preview",
  "scope": "[concat('Microsoft.Storage/storageAccounts/', 'ordersdata', '/blobServices/default')]",
  "name": "orders",
  "properties": {
    "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'logs')]",
    "logs": [
      { "category": "StorageRead", "enabled": true },
      { "category": "StorageWrite", "enabled": true },
      { "category": "StorageDelete", "enabled": true }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/monitor-blob-storage'],
  equivalents: ['cloudsploit:blobServiceLoggingEnabled'],
  evaluate(account) {
    if (aside(() => account.kind === 'FileStorage')) {
      return notApplicable({ en: `${account.name} holds file shares only`, ja: `${account.name} はファイル共有専用です` });
    }
    const needed = ['StorageRead', 'StorageWrite', 'StorageDelete'];
    const isLogged = (category: string): boolean =>
      any(account.blobLogs, (logged) => logged === category || logged === 'allLogs' || logged === 'audit');
    const missing = needed.filter((category) => !isLogged(category));
    if (missing.length === 0) return pass();
    return fail({
      en: `Storage account ${account.name} does not log its blob service: ${missing.join(', ')} not logged`,
      ja: `ストレージアカウント ${account.name} の Blob サービス: ${missing.join(', ')} が記録されていません`,
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
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = "\${azurerm_storage_account.orders.id}/blobServices/default"
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "StorageRead"
  }
  enabled_log {
    category = "StorageWrite"
  }
  enabled_log {
    category = "StorageDelete"
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
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "scope": "[concat('Microsoft.Storage/storageAccounts/', 'ordersdata', '/blobServices/default')]",
      "name": "orders",
      "properties": {
        "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'logs')]",
        "logs": [
          { "category": "StorageRead", "enabled": true },
          { "category": "StorageWrite", "enabled": true },
          { "category": "StorageDelete", "enabled": true }
        ]
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
    fails(
      'writes only',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = "\${azurerm_storage_account.orders.id}/blobServices/default"
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "StorageWrite"
  }
}`,
    ),
    passes(
      'a category group',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = "\${azurerm_storage_account.orders.id}/blobServices/default"
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category_group = "allLogs"
  }
}`,
    ),
    passes('names from a parameter', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "name": { "type": "string" } },
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "[parameters('name')]",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2" }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "scope": "[format('Microsoft.Storage/storageAccounts/{0}/blobServices/default', parameters('name'))]",
      "name": "orders",
      "properties": {
        "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'logs')]",
        "logs": [
          { "category": "StorageRead", "enabled": true },
          { "category": "StorageWrite", "enabled": true },
          { "category": "StorageDelete", "enabled": true }
        ]
      }
    }
  ]
}`,
    }),
    passes('a setting whose type says of which service it is', {
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
      "type": "Microsoft.Storage/storageAccounts/blobServices/providers/diagnosticsettings",
      "apiVersion": "2017-05-01-preview",
      "name": "ordersdata/default/Microsoft.Insights/orders",
      "properties": {
        "logs": [
          { "category": "StorageRead", "enabled": true },
          { "category": "StorageWrite", "enabled": true },
          { "category": "StorageDelete", "enabled": true }
        ]
      }
    }
  ]
}`,
    }),
    fails(
      'a setting of the account covers metrics only',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = azurerm_storage_account.orders.id
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category_group = "allLogs"
  }
}`,
    ),
  ],
});
