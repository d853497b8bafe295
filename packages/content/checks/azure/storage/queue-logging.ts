import { any, aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Reads, writes and deletes of queues are logged', ja: 'キューの読み取り・書き込み・削除が記録される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.storage.account',
  why: {
    en: 'Messages carry orders and credentials; the log is the only trace of who read or removed one.',
    ja: 'メッセージは注文や資格情報を運びます。誰が読んだか消したかの痕跡はログだけです。',
  },
  fix: {
    summary: {
      en: 'Switch on read, write and delete in queue_properties.logging, or add a diagnostic setting for queueServices/default.',
      ja: 'queue_properties.logging の read・write・delete を有効にするか、queueServices/default の診断設定を追加してください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  queue_properties {
    logging {
      delete                = true
      read                  = true
      write                 = true
      version               = "1.0"
      retention_policy_days = 10
    }
  }
}`,
    arm: `{
  "type": "Microsoft.Insights/diagnosticSettings",
  "apiVersion": "2021-05-01-preview",
  "scope": "[concat('Microsoft.Storage/storageAccounts/', 'ordersdata', '/queueServices/default')]",
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
  references: ['https://learn.microsoft.com/en-us/azure/storage/queues/monitor-queue-storage'],
  equivalents: [
    'CKV_AZURE_33',
    'AVD-AZU-0009',
    'AVD-AZU-0057',
    'tfsec:azure-storage-queue-services-logging-enabled',
    'cloudsploit:queueServiceLoggingEnabled',
  ],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (aside(() => ['FileStorage', 'BlobStorage', 'BlockBlobStorage'].includes(account.kind))) {
      return notApplicable({ en: `${account.name} has no queue service`, ja: `${account.name} にキューサービスはありません` });
    }
    const needed = ['StorageRead', 'StorageWrite', 'StorageDelete'];
    const isLogged = (category: string): boolean =>
      any(account.queueLogs, (logged) => logged === category || logged === 'allLogs' || logged === 'audit');
    const missing = needed.filter((category) => !isLogged(category));
    if (missing.length === 0) return pass();
    return fail({
      en: `Storage account ${account.name} does not log its queue service: ${missing.join(', ')} not logged`,
      ja: `ストレージアカウント ${account.name} のキューサービス: ${missing.join(', ')} が記録されていません`,
    });
  },
  examples: [
    fails(
      'reads are left out',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  queue_properties {
    logging {
      delete                = true
      read                  = false
      write                 = true
      version               = "1.0"
      retention_policy_days = 10
    }
  }
}`,
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
  queue_properties {
    logging {
      delete                = true
      read                  = true
      write                 = true
      version               = "1.0"
      retention_policy_days = 10
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
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "scope": "[concat('Microsoft.Storage/storageAccounts/', 'ordersdata', '/queueServices/default')]",
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
    passes(
      'a diagnostic setting',
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
  target_resource_id         = "\${azurerm_storage_account.orders.id}/queueServices/default"
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category_group = "allLogs"
  }
}`,
    ),
    isNotApplicable(
      'blobs only',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  account_kind                    = "BlobStorage"
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
      "kind": "BlobStorage",
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
  ],
});
