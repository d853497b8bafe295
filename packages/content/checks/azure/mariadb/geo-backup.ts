import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MariaDB backups are geo-redundant', ja: 'MariaDB のバックアップが geo 冗長である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.mariadb.server',
  why: {
    en: 'Backups in the region of the database are lost together with it.',
    ja: '同じリージョンのバックアップはリージョンと共に失われます。',
  },
  fix: {
    edits: { terraform: [{ set: 'geo_redundant_backup_enabled', value: true }] },
    cautions: ['replaces', 'needs-tier'],
    summary: { en: 'Set geo_redundant_backup_enabled to true.', ja: 'geo_redundant_backup_enabled を true にしてください。' },
    terraform: `resource "azurerm_mariadb_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku_name                     = "GP_Gen5_2"
  version                      = "10.3"
  ssl_enforcement_enabled      = true
  geo_redundant_backup_enabled = true
}`,
    arm: `{
  "properties": {
    "sslEnforcement": "Enabled",
    "minimalTlsVersion": "TLS1_2",
    "storageProfile": { "geoRedundantBackup": "Enabled" }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/previous-versions/azure/mariadb/concepts-backup'],
  equivalents: ['CKV_AZURE_129'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.geoBackup) return pass();
    return fail({
      en: `The backups of MariaDB server ${server.name} stay in its region`,
      ja: `MariaDB サーバー ${server.name} のバックアップは同じリージョンにしかありません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mariadb_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku_name                     = "GP_Gen5_2"
  version                      = "10.3"
  ssl_enforcement_enabled      = true
  geo_redundant_backup_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMariaDB/servers",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "sslEnforcement": "Enabled",
        "minimalTlsVersion": "TLS1_2",
        "storageProfile": { "geoRedundantBackup": "Disabled" }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mariadb_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku_name                     = "GP_Gen5_2"
  version                      = "10.3"
  ssl_enforcement_enabled      = true
  geo_redundant_backup_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMariaDB/servers",
      "apiVersion": "2018-06-01",
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
    fails(
      'not written',
      `resource "azurerm_mariadb_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Gen5_2"
  version             = "10.3"
}`,
    ),
    fails('not written (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMariaDB/servers",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
    }),
  ],
});
