/** With a key of one's own access to all images can be taken back at once. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry is encrypted with a customer key', ja: 'レジストリがカスタマーキーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: { en: 'With a customer key every use is logged and can be withdrawn.', ja: 'カスタマーキーなら利用が記録され、無効化もできます。' },
  fix: {
    summary: {
      en: 'Add an encryption block with a key of a key vault.',
      ja: 'Key Vault の鍵を指定した encryption ブロックを追加してください。',
    },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"

  encryption {
    key_vault_key_id   = "https://orders.vault.azure.net/keys/images"
    identity_client_id = "00000000-0000-0000-0000-000000000001"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": {
        "encryption": { "status": "enabled", "keyVaultProperties": { "keyIdentifier": "https://orders.vault.azure.net/keys/images" } }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/tutorial-customer-managed-keys'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (registry.hasCustomerKey) return pass();
    return fail({
      en: `Registry ${registry.name} is encrypted with a key of Azure only`,
      ja: `レジストリ ${registry.name} は Azure 管理の鍵だけで暗号化されています`,
    });
  },
  examples: [
    fails(
      'a key of Azure',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      "a key of one's own",
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"

  encryption {
    key_vault_key_id   = "https://orders.vault.azure.net/keys/images"
    identity_client_id = "00000000-0000-0000-0000-000000000001"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": {
        "encryption": { "status": "enabled", "keyVaultProperties": { "keyIdentifier": "https://orders.vault.azure.net/keys/images" } }
      }
    }
  ]
}`,
      },
    ),
  ],
});
