/** A certificate for another name proves nothing. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Front Door checks the certificates of its origins', ja: 'Front Door がオリジンの証明書を検証する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cdn.origin',
  why: {
    en: 'Without the check anybody with any certificate can be the origin.',
    ja: '検証しないと、任意の証明書を持つ者がオリジンになりすませます。',
  },
  fix: {
    edits: { terraform: [{ set: 'certificate_name_check_enabled', value: true }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Set certificate_name_check_enabled to true.', ja: 'certificate_name_check_enabled を true にしてください。' },
    terraform: `resource "azurerm_cdn_frontdoor_origin" "orders" {
  name                           = "orders"
  cdn_frontdoor_origin_group_id  = "group"
  host_name                      = "orders.example.com"
  certificate_name_check_enabled = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/originGroups/origins",
      "apiVersion": "2024-01-01",
      "name": "orders/group/orders",
      "properties": { "hostName": "orders.example.com", "enforceCertificateNameCheck": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/frontdoor/end-to-end-tls'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(origin) {
    if (origin.checksCertificateName) return pass();
    return fail({
      en: `Front Door does not check the certificate of origin ${origin.name}`,
      ja: `Front Door はオリジン ${origin.name} の証明書を検証しません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_cdn_frontdoor_origin" "orders" {
  name                           = "orders"
  cdn_frontdoor_origin_group_id  = "group"
  host_name                      = "orders.example.com"
  certificate_name_check_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/originGroups/origins",
      "apiVersion": "2024-01-01",
      "name": "orders/group/orders",
      "properties": { "hostName": "orders.example.com", "enforceCertificateNameCheck": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_cdn_frontdoor_origin" "orders" {
  name                           = "orders"
  cdn_frontdoor_origin_group_id  = "group"
  host_name                      = "orders.example.com"
  certificate_name_check_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Cdn/profiles/originGroups/origins",
      "apiVersion": "2024-01-01",
      "name": "orders/group/orders",
      "properties": { "hostName": "orders.example.com", "enforceCertificateNameCheck": true }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "check" {}
resource "azurerm_cdn_frontdoor_origin" "orders" {
  name                           = "orders"
  cdn_frontdoor_origin_group_id  = "group"
  host_name                      = "orders.example.com"
  certificate_name_check_enabled = var.check
}`,
    ),
  ],
});
