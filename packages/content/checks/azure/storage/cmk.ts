import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account uses a customer-managed key', ja: 'ストレージアカウントがカスタマーマネージドキーを使う' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'With a key of your own you decide who may decrypt, see each use, and can withdraw it.',
    ja: '独自のキーなら、誰が復号できるかを決め、使用を記録し、取り消すことができます。',
  },
  fix: {
    summary: {
      en: 'Encrypt the account with a key from your key vault (azurerm_storage_account_customer_managed_key).',
      ja: 'Key Vault のキーでアカウントを暗号化してください (azurerm_storage_account_customer_managed_key)。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_storage_account_customer_managed_key" "orders" {
  storage_account_id = azurerm_storage_account.orders.id
  key_vault_id       = "/subscriptions/x/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
  key_name           = "orders"
}`,
    arm: `{
  "properties": {
    "encryption": {
      "keySource": "Microsoft.Keyvault",
      "keyvaultproperties": { "keyname": "orders", "keyvaulturi": "https://orders.vault.azure.net" }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/customer-managed-keys-overview'],
  equivalents: [
    'CKV2_AZURE_1',
    'CKV2_AZURE_18',
    'AVD-AZU-0060',
    'prowler:storage_ensure_encryption_with_customer_managed_keys',
    'cloudsploit:storageAccountsEncryption',
  ],
  evaluate(account) {
    if (account.customerKey) return pass();
    return fail({
      en: `Storage account ${account.name} is encrypted with a key of Microsoft`,
      ja: `ストレージアカウント ${account.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    fails('off', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2", "encryption": { "keySource": "Microsoft.Storage" } }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_storage_account_customer_managed_key" "orders" {
  storage_account_id = azurerm_storage_account.orders.id
  key_vault_id       = "/subscriptions/x/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
  key_name           = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": {
        "minimumTlsVersion": "TLS1_2",
        "encryption": {
          "keySource": "Microsoft.Keyvault",
          "keyvaultproperties": { "keyname": "orders", "keyvaulturi": "https://orders.vault.azure.net" }
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
    passes(
      'inline',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  customer_managed_key {
    key_vault_key_id          = "https://orders.vault.azure.net/keys/orders"
    user_assigned_identity_id = "/subscriptions/x/identity"
  }
}`,
    ),
  ],
});
