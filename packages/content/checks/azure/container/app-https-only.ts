/** An app that answers HTTP hands out sessions to whoever listens. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container apps redirect to HTTPS', ja: 'コンテナーアプリが HTTPS へリダイレクトする' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.container.app',
  why: {
    en: 'Whatever is sent without TLS can be read and changed on the way.',
    ja: 'TLS なしで送られたものは経路上で読み取り・改ざんされます。',
  },
  fix: {
    summary: { en: 'Leave allow_insecure_connections at false.', ja: 'allow_insecure_connections を false のままにしてください。' },
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
    if (!app.allowsInsecure) return pass();
    return fail({ en: `Container app ${app.name} answers plain HTTP`, ja: `コンテナーアプリ ${app.name} は平文の HTTP に応答します` });
  },
  examples: [
    fails(
      'plain HTTP',
      `resource "azurerm_container_app" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  container_app_environment_id = "environment"
  revision_mode                = "Single"

  ingress {
    target_port      = 8080
    external_enabled = false
    allow_insecure_connections = true
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
      "properties": {
        "environmentId": "environment",
        "configuration": { "ingress": { "targetPort": 8080, "external": false, "allowInsecure": true } }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
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
      `variable "plain" {}
resource "azurerm_container_app" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  container_app_environment_id = "environment"
  revision_mode                = "Single"

  ingress {
    target_port      = 8080
    external_enabled = false
    allow_insecure_connections = var.plain
  }
}`,
    ),
  ],
});
