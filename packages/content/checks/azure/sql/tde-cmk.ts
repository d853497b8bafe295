import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Transparent data encryption uses a customer-managed key', ja: '透過的データ暗号化がカスタマーマネージドキーを使う' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.sql.server',
  why: {
    en: 'With a key of your own you decide who may decrypt the databases and can withdraw it.',
    ja: '独自のキーなら、誰がデータベースを復号できるかを決め、取り消せます。',
  },
  fix: {
    summary: {
      en: 'Add an azurerm_mssql_server_transparent_data_encryption with key_vault_key_id.',
      ja: 'key_vault_key_id を指定した azurerm_mssql_server_transparent_data_encryption を追加してください。',
    },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_mssql_server_transparent_data_encryption" "orders" {
  server_id        = azurerm_mssql_server.orders.id
  key_vault_key_id = azurerm_key_vault_key.orders.id
}`,
    arm: `{
  "type": "Microsoft.Sql/servers/encryptionProtector",
  "apiVersion": "2023-08-01",
  "name": "orders/current",
  "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
  "properties": { "serverKeyType": "AzureKeyVault", "serverKeyName": "orders_orders_1" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/transparent-data-encryption-byok-overview'],
  equivalents: ['prowler:sqlserver_tde_encrypted_with_cmk', 'cloudsploit:tdeProtectorEncrypted'],
  evaluate(server) {
    if (server.customerKey) return pass();
    return fail({
      en: `The databases of SQL server ${server.name} are encrypted with a key of Microsoft`,
      ja: `SQL サーバー ${server.name} のデータベースは Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    fails(
      'a key of the service',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_mssql_server_transparent_data_encryption" "orders" {
  server_id = azurerm_mssql_server.orders.id
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
    },
    {
      "type": "Microsoft.Sql/servers/encryptionProtector",
      "apiVersion": "2023-08-01",
      "name": "orders/current",
      "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
      "properties": { "serverKeyType": "ServiceManaged" }
    }
  ]
}`,
      },
    ),
    passes(
      'a key of a vault',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}
resource "azurerm_mssql_server_transparent_data_encryption" "orders" {
  server_id        = azurerm_mssql_server.orders.id
  key_vault_key_id = azurerm_key_vault_key.orders.id
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
    },
    {
      "type": "Microsoft.Sql/servers/encryptionProtector",
      "apiVersion": "2023-08-01",
      "name": "orders/current",
      "dependsOn": ["[resourceId('Microsoft.Sql/servers', 'orders')]"],
      "properties": { "serverKeyType": "AzureKeyVault", "serverKeyName": "orders_orders_1" }
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
  ],
});
