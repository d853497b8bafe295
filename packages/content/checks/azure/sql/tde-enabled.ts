import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Transparent data encryption is on', ja: '透過的データ暗号化が有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.sql.database',
  why: {
    en: 'Unencrypted database files and backups are readable for whoever gets hold of them.',
    ja: '暗号化されていないファイルとバックアップは、手に入れた誰もが読めます。',
  },
  fix: {
    edits: { terraform: [{ of: ['azurerm_mssql_database'], set: 'transparent_data_encryption_enabled', value: true }] },
    summary: {
      en: 'Remove transparent_data_encryption_enabled = false.',
      ja: 'transparent_data_encryption_enabled = false を削除してください。',
    },
    terraform: `resource "azurerm_mssql_database" "orders" {
  name                                = "orders"
  server_id                           = azurerm_mssql_server.orders.id
  sku_name                            = "GP_S_Gen5_2"
  transparent_data_encryption_enabled = true
}`,
    arm: `{
  "type": "Microsoft.Sql/servers/databases/transparentDataEncryption",
  "apiVersion": "2023-08-01",
  "name": "orders/orders/current",
  "dependsOn": ["[resourceId('Microsoft.Sql/servers/databases', 'orders', 'orders')]"],
  "properties": { "state": "Enabled" }
}`,
    cli: 'az sql db tde set --database DB --server SERVER --resource-group GROUP --status Enabled',
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/transparent-data-encryption-tde-overview'],
  equivalents: ['CKV2_AZURE_25', 'prowler:sqlserver_tde_encryption_enabled', 'cloudsploit:dbTDEEnabled'],
  evaluate(database) {
    if (database.encrypted) return pass();
    return fail({
      en: `Database ${database.name} is not encrypted at rest`,
      ja: `データベース ${database.name} は保存時に暗号化されていません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_database" "orders" {
  name                                = "orders"
  server_id                           = azurerm_mssql_server.orders.id
  sku_name                            = "GP_S_Gen5_2"
  transparent_data_encryption_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/databases",
      "apiVersion": "2023-08-01",
      "name": "orders/orders",
      "location": "japaneast",
      "sku": { "name": "GP_S_Gen5_2" }
    },
    {
      "type": "Microsoft.Sql/servers/databases/transparentDataEncryption",
      "apiVersion": "2023-08-01",
      "name": "orders/orders/current",
      "dependsOn": ["[resourceId('Microsoft.Sql/servers/databases', 'orders', 'orders')]"],
      "properties": { "state": "Disabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mssql_database" "orders" {
  name                                = "orders"
  server_id                           = azurerm_mssql_server.orders.id
  sku_name                            = "GP_S_Gen5_2"
  transparent_data_encryption_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/databases",
      "apiVersion": "2023-08-01",
      "name": "orders/orders",
      "location": "japaneast",
      "sku": { "name": "GP_S_Gen5_2" }
    },
    {
      "type": "Microsoft.Sql/servers/databases/transparentDataEncryption",
      "apiVersion": "2023-08-01",
      "name": "orders/orders/current",
      "dependsOn": ["[resourceId('Microsoft.Sql/servers/databases', 'orders', 'orders')]"],
      "properties": { "state": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_mssql_database" "orders" {
  name      = "orders"
  server_id = azurerm_mssql_server.orders.id
  sku_name  = "GP_S_Gen5_2"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/databases",
      "apiVersion": "2023-08-01",
      "name": "orders/orders",
      "location": "japaneast",
      "sku": { "name": "GP_S_Gen5_2" }
    }
  ]
}`,
      },
    ),
  ],
});
