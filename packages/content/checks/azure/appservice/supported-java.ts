/** Versions of Java without support get no security fixes any more. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps run a supported Java', ja: 'サポート中の Java でアプリが動いている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Holes that are found in a Java without support stay open for ever.',
    ja: 'サポートの終わった Java で見つかった脆弱性は修正されません。',
  },
  fix: {
    summary: { en: 'Move to a version of Java with long support.', ja: '長期サポート版の Java に移行してください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      java_server         = "JAVA"
      java_server_version = "21"
      java_version        = "21"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "JAVA|21-java21" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/language-support-policy'],
  equivalents: ['CKV_AZURE_83', 'prowler:app_ensure_java_version_is_latest'],
  params: {
    supportedVersions: {
      type: 'strings',
      default: ['8', '11', '17', '21', '25'],
      description: { en: 'Versions with long support', ja: '長期サポートのあるバージョン' },
    },
  },
  evaluate(app, { supportedVersions }) {
    const old = find(
      app.runtimes,
      (runtime) => runtime.language === 'java' && !supportedVersions.includes(/\d+/.exec(runtime.version.replace(/^1\./, ''))?.[0] ?? ''),
    );
    if (!old) return pass();
    return fail({
      en: `App ${app.name} runs Java ${shown(() => old.version) ?? '?'}, which has no long support`,
      ja: `アプリ ${app.name} は長期サポートのない Java ${shown(() => old.version) ?? '?'} で動いています`,
    });
  },
  examples: [
    fails(
      'a version of half a year',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    application_stack {
      java_server         = "JAVA"
      java_server_version = "13"
      java_version        = "13"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "JAVA|13-java13" } }
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
      java_server         = "JAVA"
      java_server_version = "21"
      java_version        = "21"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "linuxFxVersion": "JAVA|21-java21" } }
    }
  ]
}`,
      },
    ),
    passes(
      'Java 8 by its older name',
      `resource "azurerm_app_service" "orders" {
  name = "orders-web"

  site_config {
    java_version = "1.8"
  }
}`,
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
      java_version = var.setting
    }
  }
}`,
    ),
  ],
});
