/** An app without an identity needs a password somewhere. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps use a managed identity', ja: 'アプリがマネージド ID を使う' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'Without a managed identity the app keeps passwords and keys in its settings, where they leak and are never changed.',
    ja: 'マネージド ID がないと、アプリは設定にパスワードや鍵を持つことになり、漏えいしても更新されません。',
  },
  fix: {
    summary: {
      en: 'Give the app a system-assigned or user-assigned identity.',
      ja: 'システム割り当てまたはユーザー割り当ての ID を付与してください。',
    },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  identity {
    type = "SystemAssigned"
  }

  site_config {
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
      "identity": { "type": "SystemAssigned" },
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    }
  ]
}`,
    cli: 'az webapp identity assign --resource-group GROUP --name APP',
  },
  references: ['https://learn.microsoft.com/azure/app-service/overview-managed-identity'],
  equivalents: [
    'CKV_AZURE_16',
    'CKV_AZURE_71',
    'AVD-AZU-0002',
    'tfsec:azure-appservice-account-identity-registered',
    'prowler:app_register_with_identity',
    'prowler:app_function_identity_is_configured',
    'cloudsploit:identityEnabled',
  ],
  evaluate(app) {
    if (app.hasIdentity) return pass();
    return fail({ en: `App ${app.name} has no managed identity`, ja: `アプリ ${app.name} にマネージド ID がありません` });
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
    fails('none in words', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "app,linux",
      "identity": { "type": "None" },
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

  identity {
    type = "SystemAssigned"
  }

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
      "identity": { "type": "SystemAssigned" },
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    }
  ]
}`,
      },
    ),
  ],
});
