/** Certificates of clients keep strangers out before the first request. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apps demand client certificates where needed', ja: '必要なアプリがクライアント証明書を要求する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'An app for known clients that takes anybody can be attacked by everybody.',
    ja: '特定の相手向けのアプリが誰でも受け付けると、誰からでも攻撃されます。',
  },
  fix: {
    summary: {
      en: 'Enable client certificates for apps between systems.',
      ja: 'システム間で使うアプリではクライアント証明書を有効にしてください。',
    },
    terraform: `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  client_certificate_enabled = true

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
      "properties": { "serverFarmId": "plan", "clientCertEnabled": true, "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    }
  ]
}`,
    cli: 'az webapp update --resource-group GROUP --name APP --set clientCertEnabled=true',
  },
  references: ['https://learn.microsoft.com/azure/app-service/app-service-web-configure-tls-mutual-auth'],
  equivalents: [
    'CKV_AZURE_17',
    'AVD-AZU-0001',
    'tfsec:azure-appservice-require-client-cert',
    'prowler:app_client_certificates_on',
    'cloudsploit:clientCertEnabled',
  ],
  evaluate(app) {
    if (app.asksClientCertificates) return pass();
    return fail({
      en: `App ${app.name} takes clients without a certificate`,
      ja: `アプリ ${app.name} は証明書のないクライアントを受け付けます`,
    });
  },
  examples: [
    fails(
      'not written',
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
      'switched off by its older name',
      `resource "azurerm_app_service" "orders" {
  name                = "orders-web"
  client_cert_enabled = false
}`,
    ),
    passes(
      'as it should be',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  client_certificate_enabled = true

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
      "properties": { "serverFarmId": "plan", "clientCertEnabled": true, "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
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
  client_certificate_enabled = var.setting

  site_config {
  }
}`,
    ),
  ],
});
