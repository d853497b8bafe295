import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database is zone-redundant', ja: 'データベースがゾーン冗長である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.sql.database',
  why: {
    en: 'A database in one zone stops with it; zone redundancy keeps it running.',
    ja: '1 つのゾーンにあるデータベースはそのゾーンと共に止まります。ゾーン冗長なら動き続けます。',
  },
  fix: {
    summary: { en: 'Set zone_redundant to true.', ja: 'zone_redundant を true にしてください。' },
    terraform: `resource "azurerm_mssql_database" "orders" {
  name           = "orders"
  server_id      = azurerm_mssql_server.orders.id
  sku_name       = "GP_S_Gen5_2"
  zone_redundant = true
}`,
    arm: `{
  "properties": { "zoneRedundant": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/high-availability-sla-local-zone-redundancy'],
  equivalents: ['CKV_AZURE_229'],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.zoneRedundant) return pass();
    return fail({ en: `Database ${database.name} is not zone-redundant`, ja: `データベース ${database.name} はゾーン冗長ではありません` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_database" "orders" {
  name           = "orders"
  server_id      = azurerm_mssql_server.orders.id
  sku_name       = "GP_S_Gen5_2"
  zone_redundant = false
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
      "properties": { "zoneRedundant": false }
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
  zone_redundant = true
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
      "properties": { "zoneRedundant": true }
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
