import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SQL server has an Entra administrator', ja: 'SQL サーバーに Entra 管理者がいる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.sql.server',
  why: {
    en: 'Without one there are SQL logins only: passwords that no multi-factor, no conditional access and no leavers process covers.',
    ja: 'いなければ SQL ログインだけになり、多要素認証も条件付きアクセスも退職者処理も効きません。',
  },
  fix: {
    summary: { en: 'Add azuread_administrator to the server.', ja: 'サーバーに azuread_administrator を追加してください。' },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
  azuread_administrator {
    login_username = "orders-dba"
    object_id      = "00000000-0000-0000-0000-000000000000"
  }
}`,
    arm: `{
  "properties": {
    "administrators": {
      "administratorType": "ActiveDirectory",
      "login": "orders-dba",
      "sid": "00000000-0000-0000-0000-000000000000"
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/authentication-aad-configure'],
  equivalents: ['CKV2_AZURE_7', 'CKV2_AZURE_27', 'prowler:sqlserver_azuread_administrator_enabled', 'cloudsploit:azureADAdminEnabled'],
  evaluate(server) {
    if (server.entraAdmin) return pass();
    return fail({
      en: `SQL server ${server.name} has no Entra administrator`,
      ja: `SQL サーバー ${server.name} に Entra 管理者がいません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
  azuread_administrator {
    login_username = "orders-dba"
    object_id      = "00000000-0000-0000-0000-000000000000"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "version": "12.0",
        "minimalTlsVersion": "1.2",
        "administrators": {
          "administratorType": "ActiveDirectory",
          "login": "orders-dba",
          "sid": "00000000-0000-0000-0000-000000000000"
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "version": "12.0", "minimalTlsVersion": "1.2" }
    }
  ]
}`,
      },
    ),
    passes(
      'a resource of its own',
      `resource "azurerm_sql_server" "orders" {
  name    = "orders"
  version = "12.0"
}
resource "azurerm_sql_active_directory_administrator" "orders" {
  server_name = azurerm_sql_server.orders.name
  login       = "orders-dba"
  object_id   = "00000000-0000-0000-0000-000000000000"
}`,
    ),
    passes('a child resource', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "version": "12.0", "minimalTlsVersion": "1.2" }
    },
    {
      "type": "Microsoft.Sql/servers/administrators",
      "apiVersion": "2023-08-01",
      "name": "orders/ActiveDirectory",
      "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
      "properties": {
        "administratorType": "ActiveDirectory",
        "login": "orders-dba",
        "sid": "00000000-0000-0000-0000-000000000000"
      }
    }
  ]
}`,
    }),
  ],
});
