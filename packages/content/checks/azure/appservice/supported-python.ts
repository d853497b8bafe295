/** Versions of Python without support get no security fixes any more. */
import { defineCheck, fail, fails, find, isOlderVersion, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps run a supported Python', ja: 'サポート中の Python でアプリが動いている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Holes that are found in a Python without support stay open for ever.',
    ja: 'サポートの終わった Python で見つかった脆弱性は修正されません。',
  },
  fix: {
    summary: { en: 'Move to Python 3.10 or newer.', ja: 'Python 3.10 以降に移行してください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      python_version = "3.13"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "PYTHON|3.13" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/language-support-policy'],
  equivalents: ['CKV_AZURE_82', 'AVD-AZU-0070', 'prowler:app_ensure_python_version_is_latest'],
  params: {
    minimumVersion: {
      type: 'strings',
      default: ['3.10'],
      description: { en: 'Oldest version that is still supported', ja: 'サポート中の最も古いバージョン' },
    },
  },
  evaluate(app, { minimumVersion }) {
    const [oldest = ''] = minimumVersion;
    const old = find(app.runtimes, (runtime) => runtime.language === 'python' && isOlderVersion(runtime.version, oldest));
    if (!old) return pass();
    return fail({
      en: `App ${app.name} runs Python ${shown(() => old.version) ?? '?'}, which is older than ${oldest}`,
      ja: `アプリ ${app.name} は Python ${shown(() => old.version) ?? '?'} で動いており、${oldest} より古いバージョンです`,
    });
  },
  examples: [
    fails(
      'an old version',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      python_version = "3.8"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "PYTHON|3.8" } }
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
      python_version = "3.13"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "PYTHON|3.13" } }
    }
  ]
}`,
      },
    ),
    passes(
      'another language',
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
      python_version = var.setting
    }
  }
}`,
    ),
  ],
});
