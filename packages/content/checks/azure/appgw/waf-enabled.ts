/** The gateway is where attacks on web applications can be stopped before they arrive. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Application gateways carry a web application firewall', ja: 'Application Gateway で WAF が有効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.application-gateway',
  why: {
    en: 'Injection and known exploits reach the application unless the gateway filters them.',
    ja: 'ゲートウェイで遮断しなければ、インジェクションや既知の攻撃がそのままアプリに届きます。',
  },
  fix: {
    summary: { en: 'Attach a WAF policy that is enabled.', ja: '有効な WAF ポリシーを関連付けてください。' },
    terraform: `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  firewall_policy_id = azurerm_web_application_firewall_policy.orders.id

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
}

resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    enabled = true
    mode    = "Prevention"
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
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
        "webApplicationFirewallConfiguration": { "enabled": true, "firewallMode": "Prevention" },
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview'],
  equivalents: ['CKV_AZURE_120', 'cloudsploit:agWafEnabled'],
  evaluate(gateway) {
    if (gateway.hasOwnWaf || (gateway.hasPolicy && gateway.policy?.isEnabled === true)) return pass();
    return fail({
      en: `Application gateway ${gateway.name} has no web application firewall switched on`,
      ja: `Application Gateway ${gateway.name} で WAF が有効になっていません`,
    });
  },
  examples: [
    fails(
      'no firewall',
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
    fails(
      'its policy is off',
      `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  firewall_policy_id = azurerm_web_application_firewall_policy.orders.id

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
}
resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    enabled = false
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
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
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101" },
        "firewallPolicy": { "id": "[resourceId('Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies', 'orders-waf')]" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    },
    {
      "type": "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orders-waf",
      "properties": {
        "policySettings": { "state": "Disabled", "mode": "Prevention" },
        "managedRules": { "managedRuleSets": [{ "ruleSetType": "OWASP", "ruleSetVersion": "3.2" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'own configuration',
      `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  waf_configuration {
    enabled          = true
    firewall_mode    = "Prevention"
    rule_set_version = "3.2"
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
        "webApplicationFirewallConfiguration": { "enabled": true, "firewallMode": "Prevention" },
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'a policy',
      `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  firewall_policy_id = azurerm_web_application_firewall_policy.orders.id

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
}
resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    enabled = true
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}`,
    ),
    isUnknown(
      'the policy is not in this code',
      `resource "azurerm_application_gateway" "orders" {
  name                = "orders-gw"
  location            = "japaneast"
  resource_group_name = "orders"

  sku {
    name     = "WAF_v2"
    tier     = "WAF_v2"
    capacity = 2
  }

  firewall_policy_id = "/subscriptions/s/policies/shared"

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
        "firewallPolicy": { "id": "/subscriptions/s/policies/shared" },
        "sslPolicy": { "policyType": "Predefined", "policyName": "AppGwSslPolicy20220101" },
        "httpListeners": [{ "name": "web", "properties": { "protocol": "Https" } }]
      }
    }
  ]
}`,
      },
    ),
  ],
});
