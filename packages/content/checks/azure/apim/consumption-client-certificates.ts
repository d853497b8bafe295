/** On the consumption tier a certificate is the only way to know the caller below HTTP. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Consumption gateways ask for client certificates', ja: '従量課金ゲートウェイがクライアント証明書を要求する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.apim.service',
  why: {
    en: 'Without a certificate whoever has a key of a subscription calls every API.',
    ja: '証明書がないと、サブスクリプションキーを持つ誰もが API を呼べます。',
  },
  fix: {
    summary: { en: 'Set client_certificate_enabled to true.', ja: 'client_certificate_enabled を true にしてください。' },
    terraform: `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Consumption_0"
  client_certificate_enabled = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Consumption", "capacity": 0 },
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com", "enableClientCertificate": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-howto-mutual-certificates-for-clients'],
  equivalents: ['CKV_AZURE_152'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.tier.toLowerCase() !== 'consumption')
      return notApplicable({ en: `${service.name} is of another tier`, ja: `${service.name} は別の価格レベルです` });
    if (service.asksClientCertificates) return pass();
    return fail({
      en: `API Management ${service.name} asks for no client certificates`,
      ja: `API Management ${service.name} はクライアント証明書を要求しません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Consumption_0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Consumption", "capacity": 0 },
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com" }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Consumption_0"
  client_certificate_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Consumption", "capacity": 0 },
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com", "enableClientCertificate": true }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'another tier',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Developer", "capacity": 1 },
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com" }
    }
  ]
}`,
      },
    ),
  ],
});
