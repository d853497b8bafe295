/** A listener without TLS takes passwords and sessions in the clear. */
import { all, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Application gateway listens with HTTPS only', ja: 'Application Gateway が HTTPS だけで待ち受ける' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.application-gateway',
  why: {
    en: 'Whatever is sent to an HTTP listener can be read and changed on the way.',
    ja: 'HTTP で送られた内容は経路上で読み取られ、書き換えられます。',
  },
  fix: {
    summary: { en: 'Set the protocol of every listener to Https.', ja: 'すべてのリスナーのプロトコルを Https にしてください。' },
    terraform: `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101"
  }

  http_listener {
    name                           = "web"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "web"
    protocol                       = "Https"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/applicationGateways",
      "apiVersion": "2024-05-01",
      "name": "orders-gw",
      "properties": {
        "sku": { "name": "WAF_v2", "tier": "WAF_v2" },
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/application-gateway/ssl-overview'],
  equivalents: ['CKV_AZURE_217'],
  noFramework: 'no control mapping yet',
  evaluate(gateway) {
    if (all(gateway.listeners, (listener) => listener.protocol.toLowerCase() === 'https')) return pass();
    return fail({
      en: `Application gateway ${gateway.name} has a listener without TLS`,
      ja: `Application Gateway ${gateway.name} に TLS を使わないリスナーがあります`,
    });
  },
  examples: [
    fails(
      'HTTP',
      `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101"
  }

  http_listener {
    name                           = "web"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "web"
    protocol                       = "Http"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/applicationGateways",
      "apiVersion": "2024-05-01",
      "name": "orders-gw",
      "properties": {
        "sku": { "name": "WAF_v2", "tier": "WAF_v2" },
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Http" } }]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'HTTPS',
      `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101"
  }

  http_listener {
    name                           = "web"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "web"
    protocol                       = "Https"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/applicationGateways",
      "apiVersion": "2024-05-01",
      "name": "orders-gw",
      "properties": {
        "sku": { "name": "WAF_v2", "tier": "WAF_v2" },
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "protocol" {}
resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  ssl_policy {
    policy_type = "Predefined"
    policy_name = "AppGwSslPolicy20220101"
  }

  http_listener {
    name                           = "web"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "web"
    protocol                       = var.protocol
  }
}`,
    ),
  ],
});
