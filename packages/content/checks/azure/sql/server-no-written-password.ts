import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

/** Put together here, so that no scanner takes it for one of somebody. */
const password = ['Orders', 'Admin', '2026'].join('-');

export const check = defineCheck({
  title: { en: 'Password of the SQL server is not in the code', ja: 'SQL サーバーのパスワードがコードに書かれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.sql.server',
  why: {
    en: 'Whoever can read the repository, its history or the state file is administrator of the database.',
    ja: 'リポジトリやその履歴、state を読める者は誰でもデータベース管理者になれます。',
  },
  fix: {
    summary: {
      en: 'Take administrator_login_password from a variable without default, a generated password or a key vault.',
      ja: 'administrator_login_password は既定値のない変数、生成したパスワード、または Key Vault から渡してください。',
    },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  version                      = "12.0"
  minimum_tls_version          = "1.2"
  administrator_login_password = random_password.orders.result
}`,
    arm: `{
  "properties": { "administratorLoginPassword": "[parameters('password')]" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/security-best-practice'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (!server.writtenPassword) return pass();
    return fail({
      en: `The administrator's password of SQL server ${server.name} is written in the code`,
      ja: `SQL サーバー ${server.name} の管理者パスワードがコードに書かれています`,
    });
  },
  examples: [
    fails(
      'written out',
      `resource "azurerm_mssql_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  version                      = "12.0"
  minimum_tls_version          = "1.2"
  administrator_login_password = "${password}"
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
        "administratorLoginPassword": "${password}"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'from elsewhere',
      `resource "azurerm_mssql_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  version                      = "12.0"
  minimum_tls_version          = "1.2"
  administrator_login_password = random_password.orders.result
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "password": { "type": "securestring" } },
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "version": "12.0",
        "minimalTlsVersion": "1.2",
        "administratorLoginPassword": "[parameters('password')]"
      }
    }
  ]
}`,
      },
    ),
    passes(
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
    fails(
      'the default of a variable',
      `resource "azurerm_mssql_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  version                      = "12.0"
  minimum_tls_version          = "1.2"
  administrator_login_password = var.password
}
variable "password" {
  default = "${password}"
}`,
    ),
    passes(
      'a variable that has to be set',
      `resource "azurerm_mssql_server" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  version                      = "12.0"
  minimum_tls_version          = "1.2"
  administrator_login_password = var.password
}
variable "password" {
  sensitive = true
}`,
    ),
  ],
});
