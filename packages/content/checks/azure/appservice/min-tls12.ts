/** TLS 1.0 and 1.1 have known holes and are retired. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps require TLS 1.2', ja: 'アプリが TLS 1.2 以上を必須とする' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Old TLS versions can be broken or downgraded to by whoever is on the way.',
    ja: '古い TLS は経路上の第三者に解読・ダウングレードされるおそれがあります。',
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
          set: 'site_config.minimum_tls_version',
          value: '1.2',
        },
        {
          of: ['azurerm_app_service', 'azurerm_app_service_slot', 'azurerm_function_app', 'azurerm_function_app_slot'],
          set: 'site_config.min_tls_version',
          value: '1.2',
        },
      ],
      arm: [{ of: ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'], set: 'properties.siteConfig.minTlsVersion', value: '1.2' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set the minimum TLS version to 1.2 or 1.3.', ja: '最小 TLS バージョンを 1.2 または 1.3 にしてください。' },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    minimum_tls_version = "1.3"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "minTlsVersion": "1.3" } }
    }
  ]
}`,
    cli: 'az webapp config set --resource-group GROUP --name APP --min-tls-version 1.2',
  },
  references: ['https://learn.microsoft.com/azure/app-service/configure-ssl-bindings'],
  equivalents: [
    'CKV_AZURE_15',
    'CKV_AZURE_145',
    'CKV_AZURE_154',
    'AVD-AZU-0006',
    'tfsec:azure-appservice-use-secure-tls-policy',
    'prowler:app_minimum_tls_version_12',
    'cloudsploit:tlsVersionCheck',
  ],
  evaluate(app) {
    if (['1.2', '1.3'].includes(app.minTlsVersion)) return pass();
    return fail({
      en: `App ${app.name} accepts TLS ${app.minTlsVersion}`,
      ja: `アプリ ${app.name} は TLS ${app.minTlsVersion} を受け付けます`,
    });
  },
  examples: [
    fails(
      'TLS 1.1',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    minimum_tls_version = "1.1"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "minTlsVersion": "1.1" } }
    }
  ]
}`,
      },
    ),
    fails(
      'TLS 1.0 by its older name',
      `resource "azurerm_function_app" "orders" {
  name = "orders-fn"

  site_config {
    min_tls_version = "1.0"
  }
}`,
    ),
    passes(
      'as it should be',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
    minimum_tls_version = "1.3"
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
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled", "minTlsVersion": "1.3" } }
    }
  ]
}`,
      },
    ),
    passes(
      'not written is 1.2',
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
    minimum_tls_version = var.setting
  }
}`,
    ),
  ],
});
