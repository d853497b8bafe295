import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cosmos DB is backed up continuously', ja: 'Cosmos DB が継続的にバックアップされる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cosmosdb.account',
  why: {
    en: 'Periodic backups are restored by a support request, to a point hours ago; continuous ones by you, to any second.',
    ja: '定期バックアップの復元はサポート依頼が必要で数時間前に戻ります。継続バックアップなら自分で任意の時点に戻せます。',
  },
  fix: {
    summary: { en: 'Add backup with type = "Continuous".', ja: 'type = "Continuous" の backup を追加してください。' },
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
  backup {
    type = "Continuous"
    tier = "Continuous7Days"
  }
}`,
    arm: `{
  "properties": { "backupPolicy": { "type": "Continuous" } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/continuous-backup-restore-introduction'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.backup === 'Continuous') return pass();
    return fail({
      en: `Cosmos DB account ${account.name} is backed up every few hours only`,
      ja: `Cosmos DB アカウント ${account.name} のバックアップは数時間おきだけです`,
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
  backup {
    type = "Periodic"
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
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}],
        "backupPolicy": { "type": "Periodic" }
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
  backup {
    type = "Continuous"
    tier = "Continuous7Days"
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
        "locations": [{"locationName": "japaneast", "failoverPriority": 0}],
        "backupPolicy": { "type": "Continuous" }
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
