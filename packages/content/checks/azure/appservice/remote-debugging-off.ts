/** A debugger reads and changes everything in the process. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Remote debugging is off', ja: 'リモートデバッグが無効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Remote debugging opens ports into the running app; whoever gets in reads its memory and changes what it does.',
    ja: 'リモートデバッグは実行中のアプリへのポートを開き、侵入者はメモリの読み取りや動作の変更ができます。',
  },
  fix: {
    edits: {
      terraform: [
        {
          of: [
            'azurerm_app_service',
            'azurerm_app_service_slot',
            'azurerm_linux_function_app',
            'azurerm_linux_function_app_slot',
            'azurerm_linux_web_app',
            'azurerm_linux_web_app_slot',
            'azurerm_windows_function_app',
            'azurerm_windows_function_app_slot',
            'azurerm_windows_web_app',
            'azurerm_windows_web_app_slot',
          ],
          set: 'site_config.remote_debugging_enabled',
          value: false,
        },
      ],
      arm: [
        { of: ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'], set: 'properties.siteConfig.remoteDebuggingEnabled', value: false },
      ],
    },
    summary: {
      en: 'Set remote_debugging_enabled to false, or leave it out.',
      ja: 'remote_debugging_enabled を false にするか省略してください。',
    },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    remote_debugging_enabled = false
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "remoteDebuggingEnabled": false } }
    }
  ]
}`,
    cli: 'az webapp config set --resource-group GROUP --name APP --remote-debugging-enabled false',
  },
  references: ['https://learn.microsoft.com/azure/app-service/configure-common'],
  equivalents: ['CKV_AZURE_72', 'CKV_AZURE_155', 'cloudsploit:remoteDebuggingDisabled'],
  evaluate(app) {
    if (!app.hasRemoteDebugging) return pass();
    return fail({ en: `Remote debugging of app ${app.name} is on`, ja: `アプリ ${app.name} でリモートデバッグが有効です` });
  },
  examples: [
    fails(
      'on',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    remote_debugging_enabled = true
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "remoteDebuggingEnabled": true } }
    }
  ]
}`,
      },
    ),
    fails(
      'on in a slot',
      `resource "azurerm_windows_function_app_slot" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

  site_config {
    remote_debugging_enabled = true
  }
}`,
    ),
    passes(
      'as it should be',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    remote_debugging_enabled = false
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "remoteDebuggingEnabled": false } }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
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
resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    remote_debugging_enabled = var.setting
  }
}`,
    ),
  ],
});
