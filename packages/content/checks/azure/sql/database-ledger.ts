import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database is a ledger database', ja: 'データベースが台帳データベースである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.sql.database',
  why: {
    en: 'A ledger proves with hashes that rows were not changed afterwards, not even by an administrator.',
    ja: '台帳はハッシュにより、管理者を含め誰も後から行を変えていないことを証明します。',
  },
  fix: {
    summary: { en: 'Set ledger_enabled to true when the database is created.', ja: '作成時に ledger_enabled を true にしてください。' },
    terraform: `resource "azurerm_mssql_database" "orders" {
  name           = "orders"
  server_id      = azurerm_mssql_server.orders.id
  sku_name       = "GP_S_Gen5_2"
  ledger_enabled = true
}`,
    arm: `{
  "properties": { "isLedgerOn": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/sql/relational-databases/security/ledger/ledger-overview'],
  equivalents: ['CKV_AZURE_224'],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.ledger) return pass();
    return fail({
      en: `Database ${database.name} is no ledger database`,
      ja: `データベース ${database.name} は台帳データベースではありません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_database" "orders" {
  name           = "orders"
  server_id      = azurerm_mssql_server.orders.id
  sku_name       = "GP_S_Gen5_2"
  ledger_enabled = false
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
      "sku": { "name": "GP_S_Gen5_2" },
      "properties": { "isLedgerOn": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mssql_database" "orders" {
  name           = "orders"
  server_id      = azurerm_mssql_server.orders.id
  sku_name       = "GP_S_Gen5_2"
  ledger_enabled = true
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
      "sku": { "name": "GP_S_Gen5_2" },
      "properties": { "isLedgerOn": true }
    }
  ]
}`,
      },
    ),
    fails(
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
