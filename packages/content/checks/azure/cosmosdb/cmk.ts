import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cosmos DB account uses a customer-managed key', ja: 'Cosmos DB アカウントがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cosmosdb.account',
  why: {
    en: 'With a key of your own you can withdraw access to the data at any time, and see who used it.',
    ja: '独自のキーなら、いつでもデータへのアクセスを取り消し、使用を確認できます。',
  },
  fix: {
    summary: { en: 'Set key_vault_key_id.', ja: 'key_vault_key_id を設定してください。' },
    terraform: `resource "azurerm_cosmosdb_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  offer_type          = "Standard"
  consistency_policy {
    consistency_level = "Session"
  }
  geo_location {
    location          = "japaneast"
    failover_priority = 0
  }
  key_vault_key_id = azurerm_key_vault_key.orders.versionless_id
}`,
    arm: `{
  "properties": { "keyVaultKeyUri": "https://orders.vault.azure.net/keys/orders" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-setup-customer-managed-keys'],
  equivalents: ['CKV_AZURE_100'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.customerKey) return pass();
    return fail({
      en: `Cosmos DB account ${account.name} is encrypted with a key of Microsoft`,
      ja: `Cosmos DB アカウント ${account.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_cosmosdb_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  offer_type          = "Standard"
  consistency_policy {
    consistency_level = "Session"
  }
  geo_location {
    location          = "japaneast"
    failover_priority = 0
  }
  key_vault_key_id = azurerm_key_vault_key.orders.versionless_id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DocumentDB/databaseAccounts",
      "apiVersion": "2024-05-15",
      "name": "orders",
      "location": "japaneast",
      "kind": "GlobalDocumentDB",
      "properties": {
        "databaseAccountOfferType": "Standard",
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}],
        "keyVaultKeyUri": "https://orders.vault.azure.net/keys/orders"
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_cosmosdb_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  offer_type          = "Standard"
  consistency_policy {
    consistency_level = "Session"
  }
  geo_location {
    location          = "japaneast"
    failover_priority = 0
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DocumentDB/databaseAccounts",
      "apiVersion": "2024-05-15",
      "name": "orders",
      "location": "japaneast",
      "kind": "GlobalDocumentDB",
      "properties": {
        "databaseAccountOfferType": "Standard",
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}]
      }
    }
  ]
}`,
      },
    ),
  ],
});
