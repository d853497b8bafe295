/** Versions of .NET without support get no security fixes any more. */
import { defineCheck, fail, fails, find, isOlderVersion, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps run a supported .NET', ja: 'サポート中の .NET でアプリが動いている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Holes that are found in a .NET without support stay open for ever.',
    ja: 'サポートの終わった .NET で見つかった脆弱性は修正されません。',
  },
  fix: {
    summary: { en: 'Move to .NET 8.0 or newer.', ja: '.NET 8.0 以降に移行してください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      dotnet_version = "10.0"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "DOTNETCORE|10.0" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/language-support-policy'],
  equivalents: ['CKV_AZURE_80'],
  params: {
    minimumVersion: {
      type: 'strings',
      default: ['8.0'],
      description: { en: 'Oldest version that is still supported', ja: 'サポート中の最も古いバージョン' },
    },
  },
  evaluate(app, { minimumVersion }) {
    const [oldest = ''] = minimumVersion;
    const old = find(
      app.runtimes,
      (runtime) => runtime.language === 'dotnet' && !['v4.0', 'v2.0'].includes(runtime.version) && isOlderVersion(runtime.version, oldest),
    );
    if (!old) return pass();
    return fail({
      en: `App ${app.name} runs .NET ${shown(() => old.version) ?? '?'}, which is older than ${oldest}`,
      ja: `アプリ ${app.name} は .NET ${shown(() => old.version) ?? '?'} で動いており、${oldest} より古いバージョンです`,
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
      dotnet_version = "6.0"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "DOTNETCORE|6.0" } }
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
      dotnet_version = "10.0"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "DOTNETCORE|10.0" } }
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
    passes(
      'v4.0 is .NET Framework 4.8, which lives as long as Windows',
      `resource "azurerm_windows_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      dotnet_version = "v4.0"
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
      "kind": "app",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "netFrameworkVersion": "v4.0" } }
    }
  ]
}`,
      },
    ),
    fails(
      'written with a v',
      `resource "azurerm_windows_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      dotnet_version = "v7.0"
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
      "kind": "app",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "netFrameworkVersion": "v7.0" } }
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
      dotnet_version = var.setting
    }
  }
}`,
    ),
  ],
});
