/** Attacks on an app show in its requests and failures first. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Application Insights exists', ja: 'Application Insights が構成されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.appinsights.observation',
  why: {
    en: 'Without traces nobody sees which requests fail, how long, and for whom.',
    ja: '計測がないと、どのリクエストが誰に対して失敗したかが分かりません。',
  },
  fix: {
    summary: { en: 'Create Application Insights and connect the apps.', ja: 'Application Insights を作成し、アプリを接続してください。' },
    terraform: `resource "azurerm_application_insights" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  application_type    = "web"
  workspace_id        = "workspace"
}

resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Web/sites", "apiVersion": "2024-04-01", "name": "orders-web", "properties": { "serverFarmId": "plan" } },
    {
      "type": "Microsoft.Insights/components",
      "apiVersion": "2021-05-01-preview",
      "name": "orders",
      "kind": "web",
      "properties": { "Application_Type": "web" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/app/app-insights-overview'],
  equivalents: ['prowler:appinsights_ensure_is_configured'],
  evaluate(observation) {
    if (observation.hasComponent) return pass();
    return fail({
      en: `There is no Application Insights beside ${observation.name}`,
      ja: `${observation.name} と並ぶ Application Insights がありません`,
    });
  },
  examples: [
    fails(
      'apps without',
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
  "resources": [{ "type": "Microsoft.Web/sites", "apiVersion": "2024-04-01", "name": "orders-web", "properties": { "serverFarmId": "plan" } }]
}`,
      },
    ),
    passes(
      'with it',
      `resource "azurerm_application_insights" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  application_type    = "web"
  workspace_id        = "workspace"
}

resource "azurerm_linux_web_app" "orders" {
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
    { "type": "Microsoft.Web/sites", "apiVersion": "2024-04-01", "name": "orders-web", "properties": { "serverFarmId": "plan" } },
    {
      "type": "Microsoft.Insights/components",
      "apiVersion": "2021-05-01-preview",
      "name": "orders",
      "kind": "web",
      "properties": { "Application_Type": "web" }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'no apps',
      `resource "azurerm_application_insights" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  application_type    = "web"
  workspace_id        = "workspace"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/components",
      "apiVersion": "2021-05-01-preview",
      "name": "orders",
      "kind": "web",
      "properties": { "Application_Type": "web" }
    }
  ]
}`,
      },
    ),
  ],
});
