/** An app for other apps needs no address for everybody. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container apps that are not for everybody are internal', ja: '公開不要なコンテナーアプリが内部向けである' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.container.app',
  why: { en: 'An external app is found and attacked within hours.', ja: '外部公開されたアプリは数時間で発見され攻撃されます。' },
  fix: {
    summary: {
      en: 'Set external_enabled to false, or accept the finding for apps that are for everybody.',
      ja: 'external_enabled を false にするか、公開アプリなら検出を受容してください。',
    },
    terraform: `resource "azurerm_container_app" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  container_app_environment_id = "environment"
  revision_mode                = "Single"

  ingress {
    target_port      = 8080
    external_enabled = false
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.App/containerApps",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": { "environmentId": "environment", "configuration": { "ingress": { "targetPort": 8080, "external": false } } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-apps/ingress-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(app) {
    if (!app.isExternal) return pass();
    return fail({
      en: `Container app ${app.name} can be reached from outside of its environment`,
      ja: `コンテナーアプリ ${app.name} は環境の外から到達できます`,
    });
  },
  examples: [
    fails(
      'external',
      `resource "azurerm_container_app" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  container_app_environment_id = "environment"
  revision_mode                = "Single"

  ingress {
    target_port      = 8080
    external_enabled = true
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.App/containerApps",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": { "environmentId": "environment", "configuration": { "ingress": { "targetPort": 8080, "external": true } } }
    }
  ]
}`,
      },
    ),
    passes(
      'internal',
      `resource "azurerm_container_app" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  container_app_environment_id = "environment"
  revision_mode                = "Single"

  ingress {
    target_port      = 8080
    external_enabled = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.App/containerApps",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": { "environmentId": "environment", "configuration": { "ingress": { "targetPort": 8080, "external": false } } }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "open" {}
resource "azurerm_container_app" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  container_app_environment_id = "environment"
  revision_mode                = "Single"

  ingress {
    target_port      = 8080
    external_enabled = var.open
  }
}`,
    ),
  ],
});
