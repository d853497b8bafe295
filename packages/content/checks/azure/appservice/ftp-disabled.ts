/** FTP sends the publishing password readable, and whoever has it publishes code. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Plain FTP deployment is off', ja: '平文の FTP デプロイが無効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'The password for publishing travels readable over FTP; with it anybody can replace the code of the app.',
    ja: 'FTP では公開用パスワードが平文で流れ、それを得た者はアプリのコードを差し替えられます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'site_config.ftps_state', value: 'Disabled' }],
      arm: [{ of: ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'], set: 'properties.siteConfig.ftpsState', value: 'Disabled' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set ftps_state to Disabled or FtpsOnly.', ja: 'ftps_state を Disabled または FtpsOnly にしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    ftps_state = "Disabled"
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
    }
  ]
}`,
    cli: 'az webapp config set --resource-group GROUP --name APP --ftps-state Disabled',
  },
  references: ['https://learn.microsoft.com/azure/app-service/deploy-ftp'],
  equivalents: [
    'CKV_AZURE_78',
    'AVD-AZU-0071',
    'prowler:app_ftp_deployment_disabled',
    'prowler:app_function_ftps_deployment_disabled',
    'cloudsploit:ftpsOnlyAccessEnabled',
    'cloudsploit:disableFTPDeployments',
  ],
  evaluate(app) {
    if (['disabled', 'ftpsonly'].includes(app.ftps.toLowerCase())) return pass();
    return fail({
      en: `App ${app.name} allows plain FTP (${app.ftps})`,
      ja: `アプリ ${app.name} は平文の FTP を許可しています (${app.ftps})`,
    });
  },
  examples: [
    fails(
      'everything allowed',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    ftps_state = "AllAllowed"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "AllAllowed" } }
    }
  ]
}`,
      },
    ),
    fails(
      'an older app that says nothing',
      `resource "azurerm_app_service" "orders" {
  name = "orders-web"
}`,
    ),
    fails('a template that says nothing', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "app,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true } }
    }
  ]
}`,
    }),
    passes(
      'as it should be',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    ftps_state = "Disabled"
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
    passes(
      'encrypted FTP',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    ftps_state = "FtpsOnly"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "FtpsOnly" } }
    }
  ]
}`,
      },
    ),
    passes(
      'not written is off for newer apps',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
  }
}`,
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
    ftps_state = var.setting
  }
}`,
    ),
  ],
});
