/** Publishing with a password knows neither a second factor nor who did it. */
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps cannot be published with a password', ja: 'アプリをパスワードで発行できない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'A publishing password is shared, never expires and asks for no second factor; whoever has it replaces the code.',
    ja: '発行用パスワードは共有されがちで期限も多要素認証もなく、入手した者はコードを差し替えられます。',
  },
  fix: {
    edits: {
      terraform: [
        {
          of: ['azurerm_linux_function_app', 'azurerm_linux_web_app', 'azurerm_windows_function_app', 'azurerm_windows_web_app'],
          set: 'ftp_publish_basic_authentication_enabled',
          value: false,
        },
        {
          of: ['azurerm_linux_function_app', 'azurerm_linux_web_app', 'azurerm_windows_function_app', 'azurerm_windows_web_app'],
          set: 'webdeploy_publish_basic_authentication_enabled',
          value: false,
        },
      ],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Switch basic authentication off for FTP and for SCM.', ja: 'FTP と SCM の基本認証を無効にしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

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
      "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
      "apiVersion": "2024-04-01",
      "name": "orders-web/ftp",
      "properties": { "allow": false }
    },
    {
      "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
      "apiVersion": "2024-04-01",
      "name": "orders-web/scm",
      "properties": { "allow": false }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/configure-basic-auth-disable'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (
      allOf(
        () => !app.allowsFtpPasswords,
        () => !app.allowsScmPasswords,
      )
    )
      return pass();
    return fail({
      en: `App ${app.name} can be published with user name and password`,
      ja: `アプリ ${app.name} はユーザー名とパスワードで発行できます`,
    });
  },
  examples: [
    fails(
      'allowed by default',
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
      'SCM is left',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = true

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
      "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
      "apiVersion": "2024-04-01",
      "name": "orders-web/ftp",
      "properties": { "allow": false }
    },
    {
      "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
      "apiVersion": "2024-04-01",
      "name": "orders-web/scm",
      "properties": { "allow": true }
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
  ftp_publish_basic_authentication_enabled       = false
  webdeploy_publish_basic_authentication_enabled = false

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
      "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
      "apiVersion": "2024-04-01",
      "name": "orders-web/ftp",
      "properties": { "allow": false }
    },
    {
      "type": "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
      "apiVersion": "2024-04-01",
      "name": "orders-web/scm",
      "properties": { "allow": false }
    }
  ]
}`,
      },
    ),
  ],
});
