import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Account keys cannot change databases and containers', ja: 'アカウントキーでデータベースやコンテナーを変更できない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cosmosdb.account',
  why: {
    en: 'Somebody with a leaked key could delete containers; management through Entra ID is logged and can be withdrawn.',
    ja: '漏れたキーでコンテナーを削除できてしまいます。Entra ID による管理なら記録され、取り消せます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'access_key_metadata_writes_enabled', value: false }],
      arm: [{ of: ['Microsoft.DocumentDB/databaseAccounts'], set: 'properties.disableKeyBasedMetadataWriteAccess', value: true }],
    },
    cautions: ['changes-permissions'],
    summary: { en: 'Set access_key_metadata_writes_enabled to false.', ja: 'access_key_metadata_writes_enabled を false にしてください。' },
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
  access_key_metadata_writes_enabled = false
}`,
    arm: `{
  "properties": { "disableKeyBasedMetadataWriteAccess": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/role-based-access-control'],
  equivalents: ['CKV_AZURE_132'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.keyMetadataWrites) return pass();
    return fail({
      en: `Account keys of Cosmos DB account ${account.name} can change databases and containers`,
      ja: `Cosmos DB アカウント ${account.name} のキーでデータベースやコンテナーを変更できます`,
    });
  },
  examples: [
    fails(
      'off',
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
  access_key_metadata_writes_enabled = true
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
        "disableKeyBasedMetadataWriteAccess": false
      }
    }
  ]
}`,
      },
    ),
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
  access_key_metadata_writes_enabled = false
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
        "disableKeyBasedMetadataWriteAccess": true
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
