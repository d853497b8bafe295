/** Versions of PHP without support get no security fixes any more. */
import { defineCheck, fail, fails, find, isOlderVersion, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps run a supported PHP', ja: 'サポート中の PHP でアプリが動いている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Holes that are found in a PHP without support stay open for ever.',
    ja: 'サポートの終わった PHP で見つかった脆弱性は修正されません。',
  },
  fix: {
    summary: { en: 'Move to PHP 8.2 or newer.', ja: 'PHP 8.2 以降に移行してください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      php_version = "8.4"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "PHP|8.4" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/language-support-policy'],
  equivalents: ['CKV_AZURE_81', 'AVD-AZU-0069', 'prowler:app_ensure_php_version_is_latest'],
  params: {
    minimumVersion: {
      type: 'strings',
      default: ['8.2'],
      description: { en: 'Oldest version that is still supported', ja: 'サポート中の最も古いバージョン' },
    },
  },
  evaluate(app, { minimumVersion }) {
    const [oldest = ''] = minimumVersion;
    const old = find(app.runtimes, (runtime) => runtime.language === 'php' && isOlderVersion(runtime.version, oldest));
    if (!old) return pass();
    return fail({
      en: `App ${app.name} runs PHP ${shown(() => old.version) ?? '?'}, which is older than ${oldest}`,
      ja: `アプリ ${app.name} は PHP ${shown(() => old.version) ?? '?'} で動いており、${oldest} より古いバージョンです`,
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
      php_version = "7.4"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "PHP|7.4" } }
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
      php_version = "8.4"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "PHP|8.4" } }
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
    fails(
      'an older app',
      `resource "azurerm_app_service" "orders" {
  name = "orders-web"

  site_config {
    php_version = "5.6"
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
    application_stack {
      php_version = var.setting
    }
  }
}`,
    ),
  ],
});
