/** TLS 1.0 and 1.1 have known holes and are retired. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Application gateway requires TLS 1.2', ja: 'Application Gateway が TLS 1.2 以上を必須とする' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.application-gateway',
  why: {
    en: 'Old TLS versions can be broken or downgraded to by whoever is on the way.',
    ja: '古い TLS は経路上の第三者に解読・ダウングレードされるおそれがあります。',
  },
  fix: {
    summary: { en: 'Use a TLS policy that begins with TLS 1.2.', ja: 'TLS 1.2 以上のポリシーを使ってください。' },
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
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101S" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview'],
  equivalents: ['CKV_AZURE_218', 'cloudsploit:agSslPolicy'],
  evaluate(gateway) {
    const version = gateway.minTlsVersion;
    if (version === undefined || !['TLSv1_2', 'TLSv1_3'].includes(version)) {
      return fail({
        en: `Application gateway ${gateway.name} ${version === undefined ? 'does not say which TLS versions it speaks' : `speaks ${version}`}`,
        ja: `Application Gateway ${gateway.name} は${version === undefined ? ' TLS のバージョンを定めていません' : ` ${version} を受け付けます`}`,
      });
    }
    const weak = find(gateway.cipherSuites, (suite) => /3DES|_DSS_|RC4/i.test(suite));
    if (weak === undefined) return pass();
    return fail({
      en: `Application gateway ${gateway.name} accepts the weak cipher suite ${weak}`,
      ja: `Application Gateway ${gateway.name} は弱い暗号スイート ${weak} を受け付けます`,
    });
  },
  examples: [
    fails(
      'an old predefined policy',
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
    policy_name = "AppGwSslPolicy20150501"
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
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20150501" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'a custom policy with TLS 1.1',
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
    policy_type          = "Custom"
    min_protocol_version = "TLSv1_1"
    cipher_suites        = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]
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
        "sslPolicy": { "policyType": "Custom", "minProtocolVersion": "TLSv1_1", "cipherSuites": ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"] },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'a new predefined policy',
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
    policy_name = "AppGwSslPolicy20220101S"
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
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101S" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'a custom policy with TLS 1.3',
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
    policy_type          = "CustomV2"
    min_protocol_version = "TLSv1_3"
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
        "sslPolicy": { "policyType": "CustomV2", "minProtocolVersion": "TLSv1_3" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'nothing written',
      `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  http_listener {
    name                           = "web"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "web"
    protocol                       = "Https"
  }
}`,
    ),
    fails(
      'a weak cipher suite',
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
    policy_type          = "Custom"
    min_protocol_version = "TLSv1_2"
    cipher_suites        = ["TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA"]
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
        "sslPolicy": { "policyType": "Custom", "minProtocolVersion": "TLSv1_2", "cipherSuites": ["TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA"] },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
      },
    ),
    passes('nothing written in a new API version', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/applicationGateways",
      "apiVersion": "2024-05-01",
      "name": "orders-gw",
      "properties": { "sku": { "name": "WAF_v2", "tier": "WAF_v2" }, "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }] }
    }
  ]
}`,
    }),
    fails('nothing written in an old API version', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/applicationGateways",
      "apiVersion": "2021-08-01",
      "name": "orders-gw",
      "properties": { "sku": { "name": "WAF_v2", "tier": "WAF_v2" }, "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }] }
    }
  ]
}`,
    }),
    isUnknown(
      'handed in',
      `variable "policy" {}
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
    policy_name = var.policy
  }

  http_listener {
    name                           = "web"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "web"
    protocol                       = "Https"
  }
}`,
    ),
  ],
});
