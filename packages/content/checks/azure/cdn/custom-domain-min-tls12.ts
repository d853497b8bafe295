/** TLS 1.0 and 1.1 have known holes and are retired. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Custom domains require TLS 1.2', ja: 'カスタムドメインが TLS 1.2 以上を必須とする' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cdn.custom-domain',
  why: {
    en: 'Old TLS versions can be broken or downgraded to by whoever is on the way.',
    ja: '古い TLS は経路上の第三者に解読・ダウングレードされるおそれがあります。',
  },
  fix: {
    edits: { terraform: [{ of: ['azurerm_cdn_endpoint_custom_domain'], set: 'cdn_managed_https[*].tls_version', value: 'TLS12' }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Use TLS 1.2 or newer.', ja: 'TLS 1.2 以降を使ってください。' },
    terraform: `resource "azurerm_cdn_endpoint_custom_domain" "orders" {
  name            = "orders"
  cdn_endpoint_id = "orders"
  host_name       = "orders.example.com"

  cdn_managed_https {
    certificate_type = "Dedicated"
    protocol_type    = "ServerNameIndication"
    tls_version      = "TLS12"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/customDomains",
      "apiVersion": "2024-01-01",
      "name": "orders/orders-example-com",
      "properties": { "hostName": "orders.example.com", "tlsSettings": { "certificateType": "ManagedCertificate", "minimumTlsVersion": "TLS12" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/frontdoor/end-to-end-tls'],
  equivalents: ['CKV_AZURE_200'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    const version = domain.minTlsVersion;
    if (version === undefined || ['TLS12', 'TLS13', 'TLSV12', 'TLSV13'].includes(version.toUpperCase())) return pass();
    return fail({
      en: `Custom domain ${domain.name} accepts TLS versions from ${version}`,
      ja: `カスタムドメイン ${domain.name} は ${version} から受け付けます`,
    });
  },
  examples: [
    fails(
      'TLS 1.0',
      `resource "azurerm_cdn_endpoint_custom_domain" "orders" {
  name            = "orders"
  cdn_endpoint_id = "orders"
  host_name       = "orders.example.com"

  cdn_managed_https {
    certificate_type = "Dedicated"
    protocol_type    = "ServerNameIndication"
    tls_version      = "TLS10"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/customDomains",
      "apiVersion": "2024-01-01",
      "name": "orders/orders-example-com",
      "properties": { "hostName": "orders.example.com", "tlsSettings": { "certificateType": "ManagedCertificate", "minimumTlsVersion": "TLS10" } }
    }
  ]
}`,
      },
    ),
    fails(
      'none at all',
      `resource "azurerm_cdn_endpoint_custom_domain" "orders" {
  name            = "orders"
  cdn_endpoint_id = "orders"
  host_name       = "orders.example.com"

  cdn_managed_https {
    certificate_type = "Dedicated"
    protocol_type    = "ServerNameIndication"
    tls_version      = "None"
  }
}`,
    ),
    passes(
      'as it should be',
      `resource "azurerm_cdn_endpoint_custom_domain" "orders" {
  name            = "orders"
  cdn_endpoint_id = "orders"
  host_name       = "orders.example.com"

  cdn_managed_https {
    certificate_type = "Dedicated"
    protocol_type    = "ServerNameIndication"
    tls_version      = "TLS12"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/customDomains",
      "apiVersion": "2024-01-01",
      "name": "orders/orders-example-com",
      "properties": { "hostName": "orders.example.com", "tlsSettings": { "certificateType": "ManagedCertificate", "minimumTlsVersion": "TLS12" } }
    }
  ]
}`,
      },
    ),
    passes(
      'Front Door, not written',
      `resource "azurerm_cdn_frontdoor_custom_domain" "orders" {
  name                     = "orders"
  cdn_frontdoor_profile_id = "orders"
  host_name                = "orders.example.com"

  tls {
    certificate_type = "ManagedCertificate"
  }
}`,
    ),
    passes(
      'no certificate of its own',
      `resource "azurerm_cdn_endpoint_custom_domain" "orders" {
  name            = "orders"
  cdn_endpoint_id = "orders"
  host_name       = "orders.example.com"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/customDomains",
      "apiVersion": "2024-01-01",
      "name": "orders/orders-example-com",
      "properties": { "hostName": "orders.example.com" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_cdn_endpoint_custom_domain" "orders" {
  name            = "orders"
  cdn_endpoint_id = "orders"
  host_name       = "orders.example.com"

  cdn_managed_https {
    certificate_type = "Dedicated"
    protocol_type    = "ServerNameIndication"
    tls_version      = var.setting
  }
}`,
    ),
  ],
});
