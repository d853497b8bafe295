/** The setting alone, of an account that another template or module deploys; together with its account it is judged by queue-logging. */
import { any, aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Diagnostic settings of queues log reads, writes and deletes', ja: 'キューの診断設定が読み取り・書き込み・削除を記録する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.storage.queue-diagnostics',
  why: {
    en: 'A setting that leaves out one kind of request looks like logging, until the request that matters is the one nobody kept.',
    ja: '一部の要求を除いた設定は記録しているように見えますが、肝心の要求だけが残っていないことになります。',
  },
  fix: {
    summary: {
      en: 'Collect StorageRead, StorageWrite and StorageDelete, or the category group allLogs.',
      ja: 'StorageRead・StorageWrite・StorageDelete、またはカテゴリグループ allLogs を収集してください。',
    },
    terraform: `resource "azurerm_monitor_diagnostic_setting" "queues" {
  name                       = "queues"
  target_resource_id         = "/subscriptions/x/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersdata/queueServices/default"
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category_group = "allLogs"
  }
}`,
    arm: `{
  "type": "Microsoft.Insights/diagnosticSettings",
  "apiVersion": "2021-05-01-preview",
  "scope": "[concat('Microsoft.Storage/storageAccounts/', 'ordersdata', '/queueServices/default')]",
  "name": "queues",
  "properties": {
    "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'logs')]",
    "logs": [{ "categoryGroup": "allLogs", "enabled": true }]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/queues/monitor-queue-storage'],
  equivalents: ['CKV_AZURE_33'],
  noFramework: 'no control mapping yet',
  evaluate(setting) {
    if (aside(() => setting.hasAccount)) {
      return notApplicable({ en: `${setting.name} is judged at its account`, ja: `${setting.name} はアカウント側で判定します` });
    }
    const isLogged = (category: string): boolean =>
      any(setting.categories, (logged) => logged === category || logged === 'allLogs' || logged === 'audit');
    const missing = ['StorageRead', 'StorageWrite', 'StorageDelete'].filter((category) => !isLogged(category));
    if (missing.length === 0) return pass();
    return fail({
      en: `Diagnostic setting ${setting.name} does not collect ${missing.join(', ')} of the queue service`,
      ja: `診断設定 ${setting.name} はキューサービスの ${missing.join(', ')} を収集しません`,
    });
  },
  examples: [
    fails(
      'writes are left out',
      `resource "azurerm_monitor_diagnostic_setting" "queues" {
  name                       = "queues"
  target_resource_id         = "/subscriptions/x/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersdata/queueServices/default"
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "StorageRead"
  }
  enabled_log {
    category = "StorageDelete"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "account": { "type": "string" } },
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts/queueServices/providers/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "[concat(parameters('account'), '/default/Microsoft.Insights/queues')]",
      "properties": {
        "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'logs')]",
        "logs": [
          { "category": "StorageRead", "enabled": true },
          { "category": "StorageWrite", "enabled": false },
          { "category": "StorageDelete", "enabled": true }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'all three',
      `resource "azurerm_monitor_diagnostic_setting" "queues" {
  name                       = "queues"
  target_resource_id         = "/subscriptions/x/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersdata/queueServices/default"
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
  "parameters": { "account": { "type": "string" } },
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts/queueServices/providers/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "[concat(parameters('account'), '/default/Microsoft.Insights/queues')]",
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
    isNotApplicable(
      'the account is here',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}
resource "azurerm_monitor_diagnostic_setting" "queues" {
  name                       = "queues"
  target_resource_id         = "\${azurerm_storage_account.orders.id}/queueServices/default"
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "StorageRead"
  }
}`,
    ),
  ],
});
