/** An app for colleagues needs no address for everybody. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Web apps that are not for everybody are closed to the internet',
    ja: '公開不要な Web アプリがインターネットから閉じている',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'A public app is found and attacked within hours, whether or not anybody outside needs it.',
    ja: '公開されたアプリは、外部の利用者がいなくても数時間で発見され攻撃されます。',
  },
  fix: {
    edits: {
      terraform: [
        {
          of: [
            'azurerm_linux_function_app',
            'azurerm_linux_function_app_slot',
            'azurerm_linux_web_app',
            'azurerm_linux_web_app_slot',
            'azurerm_windows_function_app',
            'azurerm_windows_function_app_slot',
            'azurerm_windows_web_app',
            'azurerm_windows_web_app_slot',
          ],
          set: 'public_network_access_enabled',
          value: false,
        },
      ],
      arm: [{ of: ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint, or accept the finding for apps that are for everybody.',
      ja: 'public_network_access_enabled を false にしてプライベートエンドポイントを使うか、公開アプリなら検出を受容してください。',
    },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  public_network_access_enabled = false

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
      "properties": { "serverFarmId": "plan", "publicNetworkAccess": "Disabled", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    }
  ]
}`,
    cli: 'az webapp update --resource-group GROUP --name APP --set publicNetworkAccess=Disabled',
  },
  references: ['https://learn.microsoft.com/azure/app-service/networking/private-endpoint'],
  equivalents: ['CKV_AZURE_222'],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (app.isPublic) {
      if (aside(() => app.isFunction))
        return notApplicable({ en: `App ${app.name} is a function app`, ja: `アプリ ${app.name} は関数アプリです` });
      return fail({
        en: `Web app ${app.name} can be reached from the internet`,
        ja: `Web アプリ ${app.name} はインターネットから到達できます`,
      });
    }
    return pass();
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
      'open in words',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  public_network_access_enabled = true

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
      "properties": { "serverFarmId": "plan", "publicNetworkAccess": "Enabled", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
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
  public_network_access_enabled = false

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
      "properties": { "serverFarmId": "plan", "publicNetworkAccess": "Disabled", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    }
  ]
}`,
      },
    ),
    passes('closed in the configuration', {
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
      "name": "orders-web/web",
      "properties": { "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
    }),
    isNotApplicable(
      'a function app',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

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
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  public_network_access_enabled = var.setting

  site_config {
  }
}`,
    ),
  ],
});
