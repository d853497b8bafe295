import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Batch account uses a customer-managed key', ja: 'Batch アカウントがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.batch.account',
  why: {
    en: 'Certificates and task data are stored; a key of your own decides who may read them.',
    ja: '証明書やタスクデータが保存されます。独自のキーで読める者を決められます。',
  },
  fix: {
    summary: { en: 'Add encryption with key_vault_key_id.', ja: 'key_vault_key_id を持つ encryption を追加してください。' },
    terraform: `resource "azurerm_batch_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  identity {
    type = "SystemAssigned"
  }
  encryption {
    key_vault_key_id = azurerm_key_vault_key.orders.id
  }
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" },
  "properties": {
    "encryption": {
      "keySource": "Microsoft.KeyVault",
      "keyVaultProperties": { "keyIdentifier": "https://orders.vault.azure.net/keys/orders/1" }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/batch/batch-customer-managed-key'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.customerKey) return pass();
    return fail({
      en: `Batch account ${account.name} is encrypted with a key of Microsoft`,
      ja: `Batch アカウント ${account.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_batch_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  identity {
    type = "SystemAssigned"
  }
  encryption {
    key_vault_key_id = azurerm_key_vault_key.orders.id
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Batch/batchAccounts",
      "apiVersion": "2024-02-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" },
      "properties": {
        "encryption": {
          "keySource": "Microsoft.KeyVault",
          "keyVaultProperties": { "keyIdentifier": "https://orders.vault.azure.net/keys/orders/1" }
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_batch_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Batch/batchAccounts",
      "apiVersion": "2024-02-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
  ],
});
