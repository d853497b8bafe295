/** Who asked the app for what: afterwards only its log can tell. */
import { any, anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App HTTP logs are kept', ja: 'アプリの HTTP ログが保持される' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.app.app',
  why: {
    en: 'After an attack the log of requests is what shows where it came from and what was taken.',
    ja: '攻撃の後、どこから来て何を取られたかを示すのはリクエストのログです。',
  },
  fix: {
    summary: {
      en: 'Send AppServiceHTTPLogs to a workspace, or keep HTTP logs with the app.',
      ja: 'AppServiceHTTPLogs をワークスペースに送るか、アプリの HTTP ログを有効にしてください。',
    },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
  }
}

resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "logs"
  target_resource_id         = azurerm_linux_web_app.orders.id
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "AppServiceHTTPLogs"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "app,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "logs",
      "scope": "[resourceId('Microsoft.Web/sites', 'orders-web')]",
      "properties": { "workspaceId": "workspace", "logs": [{ "category": "AppServiceHTTPLogs", "enabled": true }] }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/troubleshoot-diagnostic-logs'],
  equivalents: ['CKV_AZURE_63', 'prowler:app_http_logs_enabled'],
  evaluate(app) {
    if (
      anyOf(
        () => app.hasHttpLogs,
        () => any(app.loggedCategories, (category) => ['appservicehttplogs', 'alllogs'].includes(category.toLowerCase())),
      )
    )
      return pass();
    return fail({ en: `App ${app.name} keeps no HTTP logs`, ja: `アプリ ${app.name} は HTTP ログを保持していません` });
  },
  examples: [
    fails(
      'nothing kept',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "app,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    }
  ]
}`,
      },
    ),
    fails(
      'only other logs are sent',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
  }
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "logs"
  target_resource_id         = azurerm_linux_web_app.orders.id
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "AppServiceConsoleLogs"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "app,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "logs",
      "scope": "[resourceId('Microsoft.Web/sites', 'orders-web')]",
      "properties": { "workspaceId": "workspace", "logs": [{ "category": "AppServiceConsoleLogs", "enabled": true }] }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
  }
}

resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "logs"
  target_resource_id         = azurerm_linux_web_app.orders.id
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "AppServiceHTTPLogs"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "app,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "logs",
      "scope": "[resourceId('Microsoft.Web/sites', 'orders-web')]",
      "properties": { "workspaceId": "workspace", "logs": [{ "category": "AppServiceHTTPLogs", "enabled": true }] }
    }
  ]
}`,
      },
    ),
    passes(
      'kept with the app',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  logs {
    http_logs {
      file_system {
        retention_in_days = 90
        retention_in_mb   = 100
      }
    }
  }

  site_config {
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "app,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    },
    {
      "type": "Microsoft.Web/sites/config",
      "apiVersion": "2024-04-01",
      "name": "orders-web/logs",
      "properties": { "httpLogs": { "fileSystem": { "enabled": true, "retentionInDays": 90 } } }
    }
  ]
}`,
      },
    ),
  ],
});
