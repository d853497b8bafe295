/** An app that answers HTTP hands out sessions to whoever listens. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web and function apps redirect to HTTPS', ja: 'Web アプリと関数アプリが HTTPS へリダイレクトする' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Whatever is sent without TLS, sessions and passwords included, can be read and changed on the way.',
    ja: 'TLS なしで送られたものは、セッションやパスワードも含めて経路上で読み取り・改ざんされます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'https_only', value: true }],
      arm: [{ of: ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'], set: 'properties.httpsOnly', value: true }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set https_only to true.', ja: 'https_only を true にしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  https_only          = true

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
      "properties": { "serverFarmId": "plan", "httpsOnly": true, "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    }
  ]
}`,
    cli: 'az webapp update --resource-group GROUP --name APP --https-only true',
  },
  references: ['https://learn.microsoft.com/azure/app-service/configure-ssl-bindings'],
  equivalents: [
    'CKV_AZURE_14',
    'CKV_AZURE_70',
    'CKV_AZURE_153',
    'AVD-AZU-0004',
    'AVD-AZU-0072',
    'tfsec:azure-appservice-enforce-https',
    'prowler:app_ensure_http_is_redirected_to_https',
    'prowler:app_function_ensure_http_is_redirected_to_https',
    'cloudsploit:httpsOnlyEnabled',
  ],
  evaluate(app) {
    if (app.isHttpsOnly) return pass();
    return fail({ en: `App ${app.name} answers plain HTTP`, ja: `アプリ ${app.name} は平文の HTTP に応答します` });
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
  https_only           = false

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
      "properties": { "serverFarmId": "plan", "httpsOnly": false, "siteConfig": { "ftpsState": "Disabled" } }
    }
  ]
}`,
      },
    ),
    fails(
      'a slot without',
      `resource "azurerm_windows_web_app_slot" "orders" {
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
      "type": "Microsoft.Web/sites/slots",
      "apiVersion": "2024-04-01",
      "name": "orders-web/staging",
      "kind": "app",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
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
  https_only          = true

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
      "properties": { "serverFarmId": "plan", "httpsOnly": true, "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
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
  https_only          = var.setting

  site_config {
  }
}`,
    ),
  ],
});
