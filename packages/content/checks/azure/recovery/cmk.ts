import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Recovery Services vault uses a customer-managed key', ja: 'Recovery Services コンテナーがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.recovery.vault',
  why: {
    en: 'A backup is a copy of everything; a key of your own decides who may read the copy.',
    ja: 'バックアップは全ての複製です。独自のキーで読める者を決められます。',
  },
  fix: {
    summary: { en: 'Add encryption with key_id.', ja: 'key_id を持つ encryption を追加してください。' },
    terraform: `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  identity {
    type = "SystemAssigned"
  }
  encryption {
    key_id                            = azurerm_key_vault_key.orders.id
    infrastructure_encryption_enabled = true
  }
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" },
  "properties": {
    "encryption": { "keyVaultProperties": { "keyUri": "https://orders.vault.azure.net/keys/orders/1" } }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/backup/encryption-at-rest-with-cmk'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(vault) {
    if (vault.customerKey) return pass();
    return fail({
      en: `Recovery Services vault ${vault.name} is encrypted with a key of Microsoft`,
      ja: `Recovery Services コンテナー ${vault.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  identity {
    type = "SystemAssigned"
  }
  encryption {
    key_id                            = azurerm_key_vault_key.orders.id
    infrastructure_encryption_enabled = true
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "RS0", "tier": "Standard" },
      "identity": { "type": "SystemAssigned" },
      "properties": {
        "encryption": { "keyVaultProperties": { "keyUri": "https://orders.vault.azure.net/keys/orders/1" } }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "RS0", "tier": "Standard" }
    }
  ]
}`,
      },
    ),
  ],
});
