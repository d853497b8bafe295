/** SSL 3.0, TLS 1.0 and 1.1 have known holes and are retired. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'API Management speaks no old protocols', ja: 'API Management が古いプロトコルを使わない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.apim.service',
  why: {
    en: 'Old protocols can be broken or downgraded to by whoever is on the way.',
    ja: '古いプロトコルは経路上の第三者に解読・ダウングレードされるおそれがあります。',
  },
  fix: {
    edits: { terraform: [{ set: 'security.frontend_tls10_enabled', value: false }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Leave every switch for old protocols off.', ja: '古いプロトコルのスイッチをすべて無効にしてください。' },
    terraform: `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"

  security {
    frontend_tls10_enabled = false
    frontend_tls11_enabled = false
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
        "customProperties": {
          "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10": "false",
          "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls11": "false"
        }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-howto-manage-protocols-ciphers'],
  equivalents: ['CKV_AZURE_173'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const old = find(service.oldProtocols, () => true);
    if (old === undefined) return pass();
    return fail({
      en: `API Management ${service.name} has ${old} switched on`,
      ja: `API Management ${service.name} で ${old} が有効です`,
    });
  },
  examples: [
    fails(
      'TLS 1.0 for clients',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"

  security {
    frontend_tls10_enabled = true
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
        "customProperties": { "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10": "true" }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'SSL 3.0 for backends by its name in version 3',
      `resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"

  security {
    enable_backend_ssl30 = true
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
        "customProperties": { "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Ssl30": "True" }
      }
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

  security {
    frontend_tls10_enabled = false
    frontend_tls11_enabled = false
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
        "customProperties": {
          "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10": "false",
          "Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls11": "false"
        }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
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
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_api_management" "orders" {
  name                = "orders-apim"
  location            = "japaneast"
  resource_group_name = "orders"
  publisher_name      = "orders"
  publisher_email     = "api@example.com"
  sku_name            = "Developer_1"

  security {
    frontend_tls10_enabled = var.setting
  }
}`,
    ),
  ],
});
