/** Versions without support get no security fixes any more; PHP, Python, Java and .NET have checks of their own. */
import { defineCheck, fail, fails, find, isOlderVersion, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App runtime is supported', ja: 'アプリのランタイムがサポートされている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Holes that are found in a runtime without support stay open for ever.',
    ja: 'サポートの終わったランタイムで見つかった脆弱性は修正されません。',
  },
  fix: {
    summary: {
      en: 'Move to Node.js 22 or newer, and to version 4 of the functions host.',
      ja: 'Node.js 22 以降、Functions ランタイム 4 に移行してください。',
    },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      node_version = "22-lts"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "NODE|22-lts" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/language-support-policy'],
  equivalents: ['prowler:app_function_latest_runtime_version'],
  params: {
    minimumNode: {
      type: 'strings',
      default: ['22'],
      description: { en: 'Oldest version of Node.js that is still supported', ja: 'サポート中の最も古い Node.js' },
    },
    minimumFunctions: {
      type: 'strings',
      default: ['4'],
      description: { en: 'Oldest version of the functions host that is still supported', ja: 'サポート中の最も古い Functions ランタイム' },
    },
  },
  evaluate(app, { minimumNode, minimumFunctions }) {
    const host = app.functionsVersion;
    if (host !== undefined && isOlderVersion(host, minimumFunctions[0] ?? '')) {
      return fail({
        en: `Function app ${app.name} runs version ${host} of the functions host`,
        ja: `関数アプリ ${app.name} は Functions ランタイム ${host} で動いています`,
      });
    }
    const old = find(app.runtimes, (runtime) => runtime.language === 'node' && isOlderVersion(runtime.version, minimumNode[0] ?? ''));
    if (!old) return pass();
    return fail({
      en: `App ${app.name} runs Node.js ${shown(() => old.version) ?? '?'}`,
      ja: `アプリ ${app.name} は Node.js ${shown(() => old.version) ?? '?'} で動いています`,
    });
  },
  examples: [
    fails(
      'an old Node.js',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      node_version = "16-lts"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "NODE|16-lts" } }
    }
  ]
}`,
      },
    ),
    fails(
      'version 3 of the functions host',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"
  functions_extension_version = "~3"

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
      "properties": {
        "serverFarmId": "plan",
        "siteConfig": { "ftpsState": "Disabled", "appSettings": [{ "name": "FUNCTIONS_EXTENSION_VERSION", "value": "~3" }] }
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
    application_stack {
      node_version = "22-lts"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "NODE|22-lts" } }
    }
  ]
}`,
      },
    ),
    passes(
      'version 4 of the functions host',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"
  functions_extension_version = "~4"

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
      "properties": {
        "serverFarmId": "plan",
        "siteConfig": { "ftpsState": "Disabled", "appSettings": [{ "name": "FUNCTIONS_EXTENSION_VERSION", "value": "~4" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
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
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      node_version = var.setting
    }
  }
}`,
    ),
  ],
});
