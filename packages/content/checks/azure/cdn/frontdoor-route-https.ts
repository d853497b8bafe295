/** What is served over HTTP can be exchanged on the way, scripts included. */
import { defineCheck, fail, fails, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Front Door routes use HTTPS on both sides', ja: 'Front Door のルートが両側で HTTPS を使う' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cdn.route',
  why: {
    en: 'Requests answered over HTTP, or sent on to the origin over HTTP, can be read and changed on the way.',
    ja: 'HTTP で応答したり、オリジンに HTTP で転送すると、経路上で読み取り・改ざんされます。',
  },
  fix: {
    edits: { terraform: [{ set: 'forwarding_protocol', value: 'HttpsOnly' }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Redirect to HTTPS and do not forward with HttpOnly.', ja: 'HTTPS へリダイレクトし、HttpOnly で転送しないでください。' },
    terraform: `resource "azurerm_cdn_frontdoor_route" "orders" {
  name                          = "orders"
  cdn_frontdoor_endpoint_id     = "endpoint"
  cdn_frontdoor_origin_group_id = "group"
  cdn_frontdoor_origin_ids      = ["origin"]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Http", "Https"]
  forwarding_protocol           = "HttpsOnly"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/afdEndpoints/routes",
      "apiVersion": "2024-01-01",
      "name": "orders/orders/orders",
      "properties": { "supportedProtocols": ["Http", "Https"], "httpsRedirect": "Enabled", "forwardingProtocol": "HttpsOnly" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/frontdoor/how-to-configure-https-custom-domain'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(route) {
    if (route.forwarding.toLowerCase() === 'httponly') {
      return fail({
        en: `Route ${route.name} forwards to its origin over HTTP`,
        ja: `ルート ${route.name} はオリジンに HTTP で転送します`,
      });
    }
    if (route.redirectsToHttps || none(route.protocols, (protocol) => protocol === 'Http')) return pass();
    return fail({ en: `Route ${route.name} answers plain HTTP`, ja: `ルート ${route.name} は平文の HTTP に応答します` });
  },
  examples: [
    fails(
      'no redirect',
      `resource "azurerm_cdn_frontdoor_route" "orders" {
  name                          = "orders"
  cdn_frontdoor_endpoint_id     = "endpoint"
  cdn_frontdoor_origin_group_id = "group"
  cdn_frontdoor_origin_ids      = ["origin"]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Http", "Https"]
  https_redirect_enabled        = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/afdEndpoints/routes",
      "apiVersion": "2024-01-01",
      "name": "orders/orders/orders",
      "properties": { "supportedProtocols": ["Http", "Https"], "httpsRedirect": "Disabled" }
    }
  ]
}`,
      },
    ),
    fails(
      'HTTP to the origin',
      `resource "azurerm_cdn_frontdoor_route" "orders" {
  name                          = "orders"
  cdn_frontdoor_endpoint_id     = "endpoint"
  cdn_frontdoor_origin_group_id = "group"
  cdn_frontdoor_origin_ids      = ["origin"]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Http", "Https"]
  forwarding_protocol           = "HttpOnly"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/afdEndpoints/routes",
      "apiVersion": "2024-01-01",
      "name": "orders/orders/orders",
      "properties": { "supportedProtocols": ["Http", "Https"], "httpsRedirect": "Enabled", "forwardingProtocol": "HttpOnly" }
    }
  ]
}`,
      },
    ),
    passes(
      'HTTPS only',
      `resource "azurerm_cdn_frontdoor_route" "orders" {
  name                          = "orders"
  cdn_frontdoor_endpoint_id     = "endpoint"
  cdn_frontdoor_origin_group_id = "group"
  cdn_frontdoor_origin_ids      = ["origin"]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Http", "Https"]
  forwarding_protocol           = "HttpsOnly"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/afdEndpoints/routes",
      "apiVersion": "2024-01-01",
      "name": "orders/orders/orders",
      "properties": { "supportedProtocols": ["Http", "Https"], "httpsRedirect": "Enabled", "forwardingProtocol": "HttpsOnly" }
    }
  ]
}`,
      },
    ),
    passes(
      'HTTP is not taken',
      `resource "azurerm_cdn_frontdoor_route" "orders" {
  name                          = "orders"
  cdn_frontdoor_endpoint_id     = "endpoint"
  cdn_frontdoor_origin_group_id = "group"
  cdn_frontdoor_origin_ids      = ["origin"]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Https"]
  https_redirect_enabled        = false
}`,
    ),
    isUnknown(
      'handed in',
      `variable "redirect" {}
resource "azurerm_cdn_frontdoor_route" "orders" {
  name                          = "orders"
  cdn_frontdoor_endpoint_id     = "endpoint"
  cdn_frontdoor_origin_group_id = "group"
  cdn_frontdoor_origin_ids      = ["origin"]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Http", "Https"]
  https_redirect_enabled        = var.redirect
}`,
    ),
  ],
});
