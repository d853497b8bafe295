import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL backups are geo-redundant', ja: 'PostgreSQL のバックアップが geo 冗長である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.postgresql.server',
  why: {
    en: 'Backups in the region of the database are lost together with it.',
    ja: 'データベースと同じリージョンのバックアップは、リージョンと共に失われます。',
  },
  fix: {
    edits: { terraform: [{ set: 'geo_redundant_backup_enabled', value: true }] },
    cautions: ['replaces', 'needs-tier'],
    summary: {
      en: 'Set geo_redundant_backup_enabled to true when the server is created.',
      ja: '作成時に geo_redundant_backup_enabled を true にしてください。',
    },
    terraform: `resource "azurerm_postgresql_flexible_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku_name                     = "GP_Standard_D2ds_v5"
  geo_redundant_backup_enabled = true
}`,
    arm: `{
  "properties": { "backup": { "geoRedundantBackup": "Enabled" } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-backup-restore'],
  equivalents: [
    'CKV_AZURE_102',
    'CKV_AZURE_136',
    'prowler:postgresql_flexible_server_geo_redundant_backup_enabled',
    'cloudsploit:geoRedundantBackupEnabled',
  ],
  evaluate(server) {
    if (aside(() => server.isReplica)) {
      return notApplicable({
        en: `${server.name} is a read replica; its source is backed up`,
        ja: `${server.name} は読み取りレプリカです (バックアップはソースで判定します)`,
      });
    }
    if (server.geoBackup) return pass();
    return fail({
      en: `The backups of PostgreSQL server ${server.name} stay in its region`,
      ja: `PostgreSQL サーバー ${server.name} のバックアップは同じリージョンにしかありません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku_name                     = "GP_Standard_D2ds_v5"
  geo_redundant_backup_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "backup": { "geoRedundantBackup": "Disabled" } }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku_name                     = "GP_Standard_D2ds_v5"
  geo_redundant_backup_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "backup": { "geoRedundantBackup": "Enabled" } }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'a replica',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  create_mode         = "Replica"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "createMode": "Replica" }
    }
  ]
}`,
      },
    ),
    passes(
      'a single server',
      `resource "azurerm_postgresql_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku_name                     = "GP_Gen5_2"
  ssl_enforcement_enabled      = true
  geo_redundant_backup_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/servers",
      "apiVersion": "2017-12-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "sslEnforcement": "Enabled",
        "minimalTlsVersion": "TLS1_2",
        "storageProfile": { "geoRedundantBackup": "Enabled" }
      }
    }
  ]
}`,
      },
    ),
  ],
});
