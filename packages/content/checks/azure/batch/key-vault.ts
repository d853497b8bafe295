import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Batch account keeps secrets in a key vault', ja: 'Batch アカウントがシークレットを Key Vault に置く' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.batch.account',
  why: {
    en: 'Certificates and access keys of pools belong into a vault, where each use is logged.',
    ja: 'プールの証明書やアクセスキーは、使用が記録される Key Vault に置くべきです。',
  },
  fix: {
    summary: { en: 'Add key_vault_reference.', ja: 'key_vault_reference を追加してください。' },
    terraform: `resource "azurerm_batch_account" "orders" {
  name                 = "orders"
  resource_group_name  = "orders"
  location             = "japaneast"
  pool_allocation_mode = "UserSubscription"
  key_vault_reference {
    id  = azurerm_key_vault.orders.id
    url = azurerm_key_vault.orders.vault_uri
  }
}`,
    arm: `{
  "properties": {
    "poolAllocationMode": "UserSubscription",
    "keyVaultReference": {
      "id": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "url": "https://orders.vault.azure.net"
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/batch/batch-account-create-portal'],
  equivalents: ['CKV_AZURE_76'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.keyVault) return pass();
    return fail({ en: `Batch account ${account.name} has no key vault`, ja: `Batch アカウント ${account.name} に Key Vault がありません` });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_batch_account" "orders" {
  name                 = "orders"
  resource_group_name  = "orders"
  location             = "japaneast"
  pool_allocation_mode = "UserSubscription"
  key_vault_reference {
    id  = azurerm_key_vault.orders.id
    url = azurerm_key_vault.orders.vault_uri
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
      "properties": {
        "poolAllocationMode": "UserSubscription",
        "keyVaultReference": {
          "id": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
          "url": "https://orders.vault.azure.net"
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
