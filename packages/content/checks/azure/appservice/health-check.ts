/** Instances that fail should be taken out before users notice. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web apps have a health check', ja: 'Web アプリにヘルスチェックがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.app.app',
  why: {
    en: 'Without a health check broken instances keep getting requests, and nobody learns of it.',
    ja: 'ヘルスチェックがないと、壊れたインスタンスにもリクエストが送られ続け、気づけません。',
  },
  fix: {
    summary: { en: 'Set health_check_path.', ja: 'health_check_path を設定してください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    health_check_path                 = "/healthz"
    health_check_eviction_time_in_min = 5
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "healthCheckPath": "/healthz" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/monitor-instances-health-check'],
  equivalents: ['CKV_AZURE_213'],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (app.isFunction) return notApplicable({ en: `App ${app.name} is a function app`, ja: `アプリ ${app.name} は関数アプリです` });
    if (app.healthCheckPath) return pass();
    return fail({ en: `Web app ${app.name} has no health check`, ja: `Web アプリ ${app.name} にヘルスチェックがありません` });
  },
  examples: [
    fails(
      'none',
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
    passes(
      'as it should be',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    health_check_path                 = "/healthz"
    health_check_eviction_time_in_min = 5
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "healthCheckPath": "/healthz" } }
    }
  ]
}`,
      },
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
  ],
});
