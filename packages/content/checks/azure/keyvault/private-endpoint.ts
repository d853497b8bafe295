import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key vault is reached through a private endpoint', ja: 'Key Vault にプライベートエンドポイントで接続する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.keyvault.vault',
  why: {
    en: 'A stolen token is worth nothing to somebody who cannot reach the vault from where he is.',
    ja: 'トークンを盗まれても、Key Vault に到達できない場所からは使えません。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the vault (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_key_vault.orders.id
    subresource_names              = ["vault"]
    is_manual_connection           = false
  }
}`,
    arm: `{
  "type": "Microsoft.Network/privateEndpoints",
  "apiVersion": "2023-11-01",
  "name": "orders",
  "location": "japaneast",
  "properties": {
    "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]" },
    "privateLinkServiceConnections": [
      {
        "name": "orders",
        "properties": { "privateLinkServiceId": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]" }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/private-link-service'],
  equivalents: [
    'CKV2_AZURE_32',
    'prowler:keyvault_private_endpoints',
    'prowler:keyvault_access_only_through_private_endpoints',
    'cloudsploit:keyVaultsPrivateEndpoint',
  ],
  evaluate(vault) {
    if (vault.privateEndpoint) return pass();
    return fail({
      en: `Key vault ${vault.name} has no private endpoint`,
      ja: `Key Vault  ${vault.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_key_vault.orders.id
    subresource_names              = ["vault"]
    is_manual_connection           = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" }
      }
    },
    {
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "subnet": {
          "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
        },
        "privateLinkServiceConnections": [
          {
            "name": "orders",
            "properties": {
              "privateLinkServiceId": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]"
            }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" }
      }
    }
  ]
}`,
      },
    ),
  ],
});
