/** Errors without details are guessed at. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps log detailed error messages', ja: 'アプリが詳細なエラーを記録する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.app.app',
  why: {
    en: 'Pages of failed requests show what an attacker tried and how the app answered.',
    ja: '失敗したリクエストの詳細は、攻撃者が何を試し、アプリがどう応答したかを示します。',
  },
  fix: {
    edits: {
      terraform: [
        {
          of: ['azurerm_linux_web_app', 'azurerm_linux_web_app_slot', 'azurerm_windows_web_app', 'azurerm_windows_web_app_slot'],
          set: 'logs.detailed_error_messages',
          value: true,
        },
      ],
    },
    summary: { en: 'Enable detailed error messages in the logs.', ja: 'ログの詳細エラーメッセージを有効にしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  logs {
    detailed_error_messages = true
  }

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
      "kind": "app,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    },
    {
      "type": "Microsoft.Web/sites/config",
      "apiVersion": "2024-04-01",
      "name": "orders-web/logs",
      "properties": { "detailedErrorMessages": { "enabled": true } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/troubleshoot-diagnostic-logs'],
  equivalents: ['CKV_AZURE_65'],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (app.hasDetailedErrors) return pass();
    return fail({ en: `App ${app.name} does not log detailed errors`, ja: `アプリ ${app.name} は詳細なエラーを記録していません` });
  },
  examples: [
    fails(
      'nothing written',
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
      'switched off',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  logs {
    detailed_error_messages = false
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
      "properties": { "detailedErrorMessages": { "enabled": false } }
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
  logs {
    detailed_error_messages = true
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
      "properties": { "detailedErrorMessages": { "enabled": true } }
    }
  ]
}`,
      },
    ),
    passes(
      'by its older name',
      `resource "azurerm_app_service" "orders" {
  name = "orders-web"

  logs {
    detailed_error_messages_enabled = true
  }
}`,
    ),
  ],
});
