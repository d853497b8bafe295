/** Front Door is where attacks on web applications can be stopped before they arrive. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Front Door endpoints have a web application firewall', ja: 'Front Door のエンドポイントに WAF がある' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.front-door',
  why: {
    en: 'Injection, bots and known exploits reach the application unless the edge filters them.',
    ja: 'エッジで遮断しなければ、インジェクションやボット、既知の攻撃がアプリに届きます。',
  },
  fix: {
    summary: {
      en: 'Link a WAF policy to every frontend endpoint.',
      ja: 'すべてのフロントエンドエンドポイントに WAF ポリシーを関連付けてください。',
    },
    terraform: `resource "azurerm_frontdoor" "orders" {
  name                = "orders-fd"
  resource_group_name = "orders"

  frontend_endpoint {
    name      = "orders"
    host_name = "orders.example.com"
    web_application_firewall_policy_link_id = "/subscriptions/s/policies/orders"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/frontDoors",
      "apiVersion": "2024-05-01",
      "name": "orders-fd",
      "properties": {
        "frontendEndpoints": [
          {
            "name": "orders",
            "properties": { "hostName": "orders.example.com", "webApplicationFirewallPolicyLink": { "id": "/subscriptions/s/policies/orders" } }
          }
        ]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/web-application-firewall/afds/afds-overview'],
  equivalents: ['CKV_AZURE_121'],
  noFramework: 'no control mapping yet',
  evaluate(door) {
    if (all(door.endpoints, (endpoint) => endpoint.hasWafPolicy)) return pass();
    return fail({
      en: `Front Door ${door.name} has an endpoint without a WAF policy`,
      ja: `Front Door ${door.name} に WAF ポリシーのないエンドポイントがあります`,
    });
  },
  examples: [
    fails(
      'no policy',
      `resource "azurerm_frontdoor" "orders" {
  name                = "orders-fd"
  resource_group_name = "orders"

  frontend_endpoint {
    name      = "orders"
    host_name = "orders.example.com"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/frontDoors",
      "apiVersion": "2024-05-01",
      "name": "orders-fd",
      "properties": { "frontendEndpoints": [{ "name": "orders", "properties": { "hostName": "orders.example.com" } }] }
    }
  ]
}`,
      },
    ),
    passes(
      'with a policy',
      `resource "azurerm_frontdoor" "orders" {
  name                = "orders-fd"
  resource_group_name = "orders"

  frontend_endpoint {
    name      = "orders"
    host_name = "orders.example.com"
    web_application_firewall_policy_link_id = "/subscriptions/s/policies/orders"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/frontDoors",
      "apiVersion": "2024-05-01",
      "name": "orders-fd",
      "properties": {
        "frontendEndpoints": [
          {
            "name": "orders",
            "properties": { "hostName": "orders.example.com", "webApplicationFirewallPolicyLink": { "id": "/subscriptions/s/policies/orders" } }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'handed in',
      `variable "waf" {}
resource "azurerm_frontdoor" "orders" {
  name                = "orders-fd"
  resource_group_name = "orders"

  frontend_endpoint {
    name      = "orders"
    host_name = "orders.example.com"
    web_application_firewall_policy_link_id = var.waf
  }
}`,
    ),
  ],
});
