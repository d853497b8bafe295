import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cosmos DB uses Entra and RBAC, not keys', ja: 'Cosmos DB がキーではなく Entra と RBAC を使う' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cosmosdb.account',
  why: {
    en: 'An account key reads and writes every database, has no name in the logs and no end.',
    ja: 'アカウントキーは全データベースを読み書きでき、ログに名前が残らず期限もありません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'local_authentication_disabled', value: true }],
      arm: [{ of: ['Microsoft.DocumentDB/databaseAccounts'], set: 'properties.disableLocalAuth', value: true }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_authentication_disabled to true.', ja: 'local_authentication_disabled を true にしてください。' },
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
  local_authentication_disabled = true
}`,
    arm: `{
  "properties": { "disableLocalAuth": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-setup-rbac'],
  equivalents: ['CKV_AZURE_140', 'prowler:cosmosdb_account_use_aad_and_rbac', 'cloudsploit:cosmosdbLocalAuth'],
  evaluate(account) {
    if (!account.localAuth) return pass();
    if (aside(() => account.kind !== 'GlobalDocumentDB')) {
      return notApplicable({
        en: `${account.name} has an API that knows keys only (${account.kind})`,
        ja: `${account.name} の API はキー認証のみです (${account.kind})`,
      });
    }
    return fail({
      en: `Cosmos DB account ${account.name} accepts account keys`,
      ja: `Cosmos DB アカウント ${account.name} はアカウントキーを受け付けます`,
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
  local_authentication_disabled = false
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
        "disableLocalAuth": false
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
  local_authentication_disabled = true
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
        "disableLocalAuth": true
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
    isNotApplicable(
      'the API for MongoDB',
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
  kind = "MongoDB"
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
      "kind": "MongoDB",
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
