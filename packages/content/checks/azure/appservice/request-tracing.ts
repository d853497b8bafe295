/** A trace shows in which step a request failed. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps trace failed requests', ja: 'アプリが失敗したリクエストを追跡する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.app.app',
  why: {
    en: 'Traces of failed requests show which part of the app was probed and why it broke.',
    ja: '失敗したリクエストの追跡は、どの部分が狙われ、なぜ失敗したかを示します。',
  },
  fix: {
    edits: {
      terraform: [
        {
          of: ['azurerm_linux_web_app', 'azurerm_linux_web_app_slot', 'azurerm_windows_web_app', 'azurerm_windows_web_app_slot'],
          set: 'logs.failed_request_tracing',
          value: true,
        },
        { of: ['azurerm_app_service', 'azurerm_app_service_slot'], set: 'logs.failed_request_tracing_enabled', value: true },
      ],
    },
    summary: { en: 'Enable failed request tracing.', ja: '失敗した要求のトレースを有効にしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  logs {
    failed_request_tracing = true
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
      "properties": { "failedRequestsTracing": { "enabled": true } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/troubleshoot-diagnostic-logs'],
  equivalents: ['CKV_AZURE_66'],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (app.hasRequestTracing) return pass();
    return fail({ en: `App ${app.name} does not trace failed requests`, ja: `アプリ ${app.name} は失敗したリクエストを追跡していません` });
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
    failed_request_tracing = false
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
      "properties": { "failedRequestsTracing": { "enabled": false } }
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
    failed_request_tracing = true
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
      "properties": { "failedRequestsTracing": { "enabled": true } }
    }
  ]
}`,
      },
    ),
  ],
});
