/** Front Door is where attacks on web applications can be stopped before they arrive. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Front Door profiles have a web application firewall', ja: 'Front Door プロファイルに WAF がある' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cdn.front-door-profile',
  why: {
    en: 'Injection, bots and known exploits reach the application unless the edge filters them.',
    ja: 'エッジで遮断しなければ、インジェクションやボット、既知の攻撃がアプリに届きます。',
  },
  fix: {
    summary: { en: 'Add a security policy with a WAF policy.', ja: 'WAF ポリシーを含むセキュリティポリシーを追加してください。' },
    terraform: `resource "azurerm_cdn_frontdoor_profile" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
}

resource "azurerm_cdn_frontdoor_security_policy" "orders" {
  name                     = "waf"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.orders.id

  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = "waf"

      association {
        patterns_to_match = ["/*"]

        domain {
          cdn_frontdoor_domain_id = "endpoint"
        }
      }
    }
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Premium_AzureFrontDoor" },
      "properties": {}
    },
    {
      "type": "Microsoft.Cdn/profiles/securityPolicies",
      "apiVersion": "2024-01-01",
      "name": "orders/waf",
      "properties": { "parameters": { "type": "WebApplicationFirewall", "wafPolicy": { "id": "waf" } } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/web-application-firewall/afds/afds-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(profile) {
    if (!profile.isFrontDoor)
      return notApplicable({ en: `${profile.name} is no Front Door`, ja: `${profile.name} は Front Door ではありません` });
    if (profile.hasSecurityPolicy) return pass();
    return fail({
      en: `Front Door ${profile.name} has no security policy with a web application firewall`,
      ja: `Front Door ${profile.name} に WAF のセキュリティポリシーがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "azurerm_cdn_frontdoor_profile" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Premium_AzureFrontDoor" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      'a security policy',
      `resource "azurerm_cdn_frontdoor_profile" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
}
resource "azurerm_cdn_frontdoor_security_policy" "orders" {
  name                     = "waf"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.orders.id

  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = "waf"

      association {
        patterns_to_match = ["/*"]

        domain {
          cdn_frontdoor_domain_id = "endpoint"
        }
      }
    }
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Premium_AzureFrontDoor" },
      "properties": {}
    },
    {
      "type": "Microsoft.Cdn/profiles/securityPolicies",
      "apiVersion": "2024-01-01",
      "name": "orders/waf",
      "properties": { "parameters": { "type": "WebApplicationFirewall", "wafPolicy": { "id": "waf" } } }
    }
  ]
}`,
      },
    ),
    isNotApplicable('classic CDN', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Standard_Microsoft" },
      "properties": {}
    }
  ]
}`,
    }),
  ],
});
