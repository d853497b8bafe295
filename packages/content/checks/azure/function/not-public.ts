/** Functions are mostly called by other systems, which are inside. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function apps are not public', ja: '関数アプリが公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Whoever finds the address of a function can call it; a key in the address is all that stands between.',
    ja: '関数のアドレスを知れば誰でも呼び出しを試せ、守るのは URL 中のキーだけです。',
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
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"
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
      "kind": "functionapp,linux",
      "properties": { "serverFarmId": "plan", "publicNetworkAccess": "Disabled", "siteConfig": { "ftpsState": "Disabled" } }
    }
  ]
}`,
    cli: 'az functionapp update --resource-group GROUP --name APP --set publicNetworkAccess=Disabled',
  },
  references: ['https://learn.microsoft.com/azure/app-service/networking/private-endpoint'],
  equivalents: ['CKV_AZURE_221', 'prowler:app_function_not_publicly_accessible'],
  evaluate(app) {
    if (!app.isFunction)
      return notApplicable({ en: `App ${app.name} is no function app`, ja: `アプリ ${app.name} は関数アプリではありません` });
    if (!app.isPublic) return pass();
    return fail({
      en: `Function app ${app.name} can be reached from the internet`,
      ja: `関数アプリ ${app.name} はインターネットから到達できます`,
    });
  },
  examples: [
    fails(
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
    fails(
      'a slot',
      `resource "azurerm_windows_function_app_slot" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"
  public_network_access_enabled = true

  site_config {
  }
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
      "kind": "functionapp,linux",
      "properties": { "serverFarmId": "plan", "publicNetworkAccess": "Disabled", "siteConfig": { "ftpsState": "Disabled" } }
    }
  ]
}`,
      },
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
  public_network_access_enabled = var.setting

  site_config {
  }
}`,
    ),
  ],
});
