/** App Service can ask users to log in before a request reaches the app. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps authenticate their users', ja: 'アプリがユーザーを認証する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'An app without authentication of the platform stands alone against everybody who finds its address.',
    ja: 'プラットフォーム側の認証がないアプリは、アドレスを知る全員に直接さらされます。',
  },
  fix: {
    summary: { en: 'Enable App Service authentication.', ja: 'App Service 認証を有効にしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  auth_settings_v2 {
    auth_enabled           = true
    require_authentication = true

    login {
    }
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
      "name": "orders-web/authsettingsV2",
      "properties": { "platform": { "enabled": true }, "globalValidation": { "requireAuthentication": true } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/overview-authentication-authorization'],
  equivalents: [
    'CKV_AZURE_13',
    'CKV_AZURE_56',
    'AVD-AZU-0003',
    'tfsec:azure-appservice-authentication-enabled',
    'prowler:app_ensure_auth_is_set_up',
    'cloudsploit:authEnabled',
  ],
  evaluate(app) {
    if (app.hasAuthentication) return pass();
    return fail({ en: `App ${app.name} does not authenticate its users`, ja: `アプリ ${app.name} はユーザーを認証していません` });
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
  auth_settings_v2 {
    auth_enabled           = false
    require_authentication = true

    login {
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
      "name": "orders-web/authsettingsV2",
      "properties": { "platform": { "enabled": false } }
    }
  ]
}`,
      },
    ),
    fails(
      'switched off in the older settings',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  auth_settings {
    enabled = false
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
      "name": "orders-web/authsettings",
      "properties": { "enabled": false }
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
  auth_settings_v2 {
    auth_enabled           = true
    require_authentication = true

    login {
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
      "name": "orders-web/authsettingsV2",
      "properties": { "platform": { "enabled": true }, "globalValidation": { "requireAuthentication": true } }
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
  auth_settings_v2 {
    auth_enabled           = var.setting
    require_authentication = true

    login {
    }
  }

  site_config {
  }
}`,
    ),
  ],
});
