/** One instance is down whenever it is updated. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps run on several instances', ja: 'アプリが複数インスタンスで動く' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'With a single instance every restart, update or failure of the host is an outage.',
    ja: 'インスタンスが 1 つだと、再起動・更新・障害のたびにサービスが止まります。',
  },
  fix: {
    summary: { en: 'Run at least two instances.', ja: '2 つ以上のインスタンスで動かしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    worker_count = 3
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "numberOfWorkers": 3 } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/manage-scale-up'],
  equivalents: ['CKV_AZURE_212'],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (app.isFunction) return notApplicable({ en: `App ${app.name} is a function app`, ja: `アプリ ${app.name} は関数アプリです` });
    const workers = app.workers;
    if (workers !== undefined && workers >= 2) return pass();
    return fail({ en: `App ${app.name} runs on a single instance`, ja: `アプリ ${app.name} は 1 インスタンスで動いています` });
  },
  examples: [
    fails(
      'one',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    worker_count = 1
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "numberOfWorkers": 1 } }
    }
  ]
}`,
      },
    ),
    fails('not written in a template', {
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
    }),
    passes(
      'as it should be',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    worker_count = 3
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "numberOfWorkers": 3 } }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'the plan says',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
  }
}`,
    ),
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

  site_config {
    worker_count = var.setting
  }
}`,
    ),
  ],
});
