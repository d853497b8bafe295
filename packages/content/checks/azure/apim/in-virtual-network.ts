/** In a network of one's own backends need no public address. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'API Management stands in a virtual network', ja: 'API Management が仮想ネットワーク内にある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.apim.service',
  why: {
    en: 'Outside of a network the gateway reaches backends over the internet, so they must be public.',
    ja: 'ネットワーク外のゲートウェイはインターネット経由でバックエンドに届くため、バックエンドも公開が必要です。',
  },
  fix: {
    summary: { en: 'Set virtual_network_type and a subnet.', ja: 'virtual_network_type とサブネットを設定してください。' },
    terraform: `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"
  virtual_network_type = "Internal"

  virtual_network_configuration {
    subnet_id = "orders"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Developer", "capacity": 1 },
      "properties": {
        "publisherName": "orders",
        "publisherEmail": "api@example.com",
        "virtualNetworkType": "Internal",
        "virtualNetworkConfiguration": { "subnetResourceId": "orders" }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/virtual-network-concepts'],
  equivalents: ['CKV_AZURE_107'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.hasSubnet) return pass();
    return fail({
      en: `API Management ${service.name} stands outside of a virtual network`,
      ja: `API Management ${service.name} は仮想ネットワーク外にあります`,
    });
  },
  examples: [
    fails(
      'none',
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
    passes(
      'as it should be',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"
  virtual_network_type = "Internal"

  virtual_network_configuration {
    subnet_id = "orders"
  }
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
      "properties": {
        "publisherName": "orders",
        "publisherEmail": "api@example.com",
        "virtualNetworkType": "Internal",
        "virtualNetworkConfiguration": { "subnetResourceId": "orders" }
      }
    }
  ]
}`,
      },
    ),
    fails('a type that keeps it outside', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Developer", "capacity": 1 },
      "properties": { "publisherName": "orders", "publisherEmail": "api@example.com", "virtualNetworkType": "None" }
    }
  ]
}`,
    }),
    passes('a type that says so, with a configuration put together at deployment', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "network": { "type": "object" } },
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service",
      "apiVersion": "2024-01-01",
      "name": "orders-apim",
      "sku": { "name": "Developer", "capacity": 1 },
      "properties": {
        "publisherName": "orders",
        "publisherEmail": "api@example.com",
        "virtualNetworkType": "External",
        "virtualNetworkConfiguration": "[json(concat('{\\"subnetResourceId\\": \\"', parameters('network').subnet, '\\"}'))]"
      }
    }
  ]
}`,
    }),
  ],
});
