/** A certificate that nobody looks at proves nothing. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Certificates of backends are checked', ja: 'バックエンドの証明書が検証される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.apim.backend',
  why: { en: 'Without the check anybody on the way can be the backend.', ja: '検証しないと、経路上の誰でもバックエンドになりすませます。' },
  fix: {
    summary: { en: 'Leave validate_certificate_chain at true.', ja: 'validate_certificate_chain を true のままにしてください。' },
    terraform: `resource "azurerm_api_management_backend" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  protocol            = "http"
  url                 = "https://orders.example.com"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/backends",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "protocol": "http", "url": "https://orders.example.com" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/backends'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(backend) {
    if (backend.checksCertificates) return pass();
    return fail({
      en: `The certificate of backend ${backend.name} is not checked`,
      ja: `バックエンド ${backend.name} の証明書が検証されません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_api_management_backend" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  protocol            = "http"
  url                 = "https://orders.example.com"

  tls {
    validate_certificate_chain = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/backends",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "protocol": "http", "url": "https://orders.example.com", "tls": { "validateCertificateChain": false } }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_api_management_backend" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  protocol            = "http"
  url                 = "https://orders.example.com"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/backends",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "protocol": "http", "url": "https://orders.example.com" }
    }
  ]
}`,
      },
    ),
  ],
});
