/** Functions that log nowhere fail in silence. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function apps log to their storage', ja: '関数アプリがログを記録する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.app.app',
  why: {
    en: 'Without logs nobody sees what functions did, or who called them.',
    ja: 'ログがないと、関数が何をしたか、誰が呼んだかが分かりません。',
  },
  fix: {
    edits: {
      terraform: [
        {
          of: [
            'azurerm_linux_function_app',
            'azurerm_linux_function_app_slot',
            'azurerm_windows_function_app',
            'azurerm_windows_function_app_slot',
          ],
          set: 'builtin_logging_enabled',
          value: true,
        },
        { of: ['azurerm_function_app', 'azurerm_function_app_slot'], set: 'enable_builtin_logging', value: true },
      ],
    },
    summary: { en: 'Leave built-in logging on.', ja: '組み込みログを有効のままにしてください。' },
    terraform: `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"
  builtin_logging_enabled = true

  site_config {
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
      "kind": "functionapp,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "ftpsState": "Disabled" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/troubleshoot-diagnostic-logs'],
  equivalents: ['CKV_AZURE_159'],
  without: { arm: 'the switch is of azurerm, which writes an app setting for it' },
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (!app.isFunction)
      return notApplicable({ en: `App ${app.name} is no function app`, ja: `アプリ ${app.name} は関数アプリではありません` });
    if (app.hasBuiltinLogging) return pass();
    return fail({
      en: `Function app ${app.name} has its built-in logging switched off`,
      ja: `関数アプリ ${app.name} の組み込みログが無効です`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"
  builtin_logging_enabled = false

  site_config {
  }
}`,
    ),
    fails(
      'switched off by its older name',
      `resource "azurerm_function_app" "orders" {
  name                   = "orders-fn"
  enable_builtin_logging = false
}`,
    ),
    passes(
      'as it should be',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"
  builtin_logging_enabled = true

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
      "kind": "functionapp,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "ftpsState": "Disabled" } }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

  site_config {
  }
}`,
    ),
    isNotApplicable(
      'a web app',
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
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"
  builtin_logging_enabled = var.setting

  site_config {
  }
}`,
    ),
  ],
});
