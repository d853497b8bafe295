import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

/** Put together here, so that no scanner takes it for one of somebody. */
const password = ['Orders', 'Admin', '2026'].join('-');

export const check = defineCheck({
  title: { en: 'Password of the MySQL server is not in the code', ja: 'MySQL サーバーのパスワードがコードに書かれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.mysql.server',
  why: {
    en: 'Whoever can read the repository, its history or the state file is administrator of the database.',
    ja: 'リポジトリやその履歴、state を読める者は誰でもデータベース管理者になれます。',
  },
  fix: {
    summary: {
      en: 'Take administrator_password from a variable without default, a generated password or a key vault.',
      ja: 'administrator_password は既定値のない変数、生成したパスワード、または Key Vault から渡してください。',
    },
    terraform: `resource "azurerm_mysql_flexible_server" "orders" {
  name                   = "orders"
  resource_group_name    = "orders"
  location               = "japaneast"
  sku_name               = "GP_Standard_D2ds_v5"
  administrator_password = random_password.orders.result
}`,
    arm: `{
  "properties": { "administratorLoginPassword": "[parameters('password')]" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/flexible-server/overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (!server.writtenPassword) return pass();
    return fail({
      en: `The administrator's password of MySQL server ${server.name} is written in the code`,
      ja: `MySQL サーバー ${server.name} の管理者パスワードがコードに書かれています`,
    });
  },
  examples: [
    fails(
      'written out',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                   = "orders"
  resource_group_name    = "orders"
  location               = "japaneast"
  sku_name               = "GP_Standard_D2ds_v5"
  administrator_password = "${password}"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "administratorLoginPassword": "${password}" }
    }
  ]
}`,
      },
    ),
    passes(
      'from elsewhere',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                   = "orders"
  resource_group_name    = "orders"
  location               = "japaneast"
  sku_name               = "GP_Standard_D2ds_v5"
  administrator_password = random_password.orders.result
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "password": { "type": "securestring" } },
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "administratorLoginPassword": "[parameters('password')]" }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_mysql_flexible_server" "orders" {
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
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
    }
  ]
}`,
      },
    ),
    fails(
      'the default of a variable',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                   = "orders"
  resource_group_name    = "orders"
  location               = "japaneast"
  sku_name               = "GP_Standard_D2ds_v5"
  administrator_password = var.password
}
variable "password" {
  default = "${password}"
}`,
    ),
    passes(
      'a variable that has to be set',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                   = "orders"
  resource_group_name    = "orders"
  location               = "japaneast"
  sku_name               = "GP_Standard_D2ds_v5"
  administrator_password = var.password
}
variable "password" {
  sensitive = true
}`,
    ),
  ],
});
