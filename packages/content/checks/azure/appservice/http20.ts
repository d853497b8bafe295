/** HTTP/2 needs fewer connections and knows no request smuggling by lengths. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps use HTTP/2', ja: 'アプリが HTTP/2 を使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'HTTP/1.1 is slower and open to tricks with the length of requests that HTTP/2 does not know.',
    ja: 'HTTP/1.1 は遅く、HTTP/2 にはないリクエスト長を悪用した攻撃の余地もあります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'site_config.http2_enabled', value: true }],
      arm: [{ of: ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'], set: 'properties.siteConfig.http20Enabled', value: true }],
    },
    summary: { en: 'Set http2_enabled to true.', ja: 'http2_enabled を true にしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    http2_enabled = true
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "http20Enabled": true } }
    }
  ]
}`,
    cli: 'az webapp config set --resource-group GROUP --name APP --http20-enabled true',
  },
  references: ['https://learn.microsoft.com/azure/app-service/configure-common'],
  equivalents: [
    'CKV_AZURE_18',
    'CKV_AZURE_67',
    'AVD-AZU-0005',
    'tfsec:azure-appservice-enable-http2',
    'prowler:app_ensure_using_http20',
    'cloudsploit:http20Enabled',
  ],
  evaluate(app) {
    if (app.hasHttp2) return pass();
    return fail({ en: `App ${app.name} does not use HTTP/2`, ja: `アプリ ${app.name} は HTTP/2 を使っていません` });
  },
  examples: [
    fails(
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
    fails(
      'a function app without',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

  site_config {
    http2_enabled = false
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "ftpsState": "Disabled", "http20Enabled": false } }
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
    http2_enabled = true
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "http20Enabled": true } }
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
    http2_enabled = var.setting
  }
}`,
    ),
  ],
});
