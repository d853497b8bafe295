/** An origin of * lets the script of any page read what the app answers. */
import { defineCheck, fail, fails, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps do not let every origin read their answers', ja: 'アプリがすべてのオリジンに応答の読み取りを許可しない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: "With * any page a user visits may call the app from the user's browser and read the answer.",
    ja: '* を許可すると、ユーザーが開いた任意のページがブラウザー経由でアプリを呼び出し、応答を読めます。',
  },
  fix: {
    summary: { en: 'List the origins that need it.', ja: '必要なオリジンだけを列挙してください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    cors {
      allowed_origins = ["https://shop.example.com"]
    }
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
      "properties": {
        "serverFarmId": "plan",
        "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "cors": { "allowedOrigins": ["https://shop.example.com"] } }
      }
    }
  ]
}`,
    cli: "az webapp cors remove --resource-group GROUP --name APP --allowed-origins '*'",
  },
  references: ['https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api'],
  equivalents: ['CKV_AZURE_57', 'CKV_AZURE_62'],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (none(app.corsOrigins, (origin) => origin === '*')) return pass();
    return fail({
      en: `App ${app.name} lets every origin read its answers`,
      ja: `アプリ ${app.name} はすべてのオリジンに応答の読み取りを許可しています`,
    });
  },
  examples: [
    fails(
      'every origin',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    cors {
      allowed_origins = ["*"]
    }
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "cors": { "allowedOrigins": ["*"] } } }
    }
  ]
}`,
      },
    ),
    fails(
      'a function app for every origin',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

  site_config {
    cors {
      allowed_origins = ["https://shop.example.com", "*"]
    }
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
      "properties": {
        "serverFarmId": "plan",
        "siteConfig": { "ftpsState": "Disabled", "cors": { "allowedOrigins": ["https://shop.example.com", "*"] } }
      }
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
    cors {
      allowed_origins = ["https://shop.example.com"]
    }
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
      "properties": {
        "serverFarmId": "plan",
        "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "cors": { "allowedOrigins": ["https://shop.example.com"] } }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'none written',
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
    cors {
      allowed_origins = [var.setting]
    }
  }
}`,
    ),
  ],
});
