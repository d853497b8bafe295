/** A database server whose name fits no rule is the copy that somebody restored and forgot. */
import { defineCheck, fails, grammarOnlyParams, isNotApplicable, isUnknown, judgeName, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database servers follow the naming rule', ja: 'データベースサーバーの名前が命名規則に従っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.sql.server-name',
  why: {
    en: 'A name outside the rule shows what was made by mistake, for a test or by somebody else; such things hold data that nobody looks after.',
    ja: '規則外の名前は、誤って、試験のために、あるいは他人が作ったものの手がかりです。そうしたものに残るデータは誰も見ていません。',
  },
  fix: {
    summary: {
      en: 'Name it by the rule when it is made next; until then, list it as an exception with an owner, or delete it when nobody needs it.',
      ja: '次に作り直すときに規則に沿った名前にしてください。それまでは所有者を決めて例外に登録し、不要なら削除してください。',
    },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                = "sql-orders-prd"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  # ...
}`,
    arm: `{ "type": "Microsoft.Sql/servers", "apiVersion": "2023-08-01", "name": "sql-orders-prd", "location": "japaneast", "properties": { "version": "12.0" } }`,
  },
  references: ['https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-naming'],
  equivalents: [],
  noFramework: 'a rule of your own: it is judged only where a grammar is configured',
  params: grammarOnlyParams,
  evaluate: (server, params) => judgeName(server, params, { en: 'Database server', ja: 'データベースサーバー' }),
  examples: [
    fails(
      'a word for the environment that is not allowed',
      `resource "azurerm_mssql_server" "orders" {
  name                = "sql-orders-prod"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Sql/servers", "apiVersion": "2023-08-01", "name": "sql-orders-prod", "location": "japaneast", "properties": { "version": "12.0" } }
  ]
}`,
        params: { grammar: ['sql-{system}-{env}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    fails(
      'another form',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orderssql"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Sql/servers", "apiVersion": "2023-08-01", "name": "orderssql", "location": "japaneast", "properties": { "version": "12.0" } }
  ]
}`,
        params: { grammar: ['sql-{system}-{env}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    passes(
      'as the rule says',
      `resource "azurerm_mssql_server" "orders" {
  name                = "sql-orders-prd"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Sql/servers", "apiVersion": "2023-08-01", "name": "sql-orders-prd", "location": "japaneast", "properties": { "version": "12.0" } }
  ]
}`,
        params: { grammar: ['sql-{system}-{env}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    passes(
      'in an environment that the rule is for',
      `resource "azurerm_mssql_server" "orders" {
  name                = "sql-orders-prd"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"

  tags = {
    Environment = "production"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Sql/servers", "apiVersion": "2023-08-01", "name": "sql-orders-prd", "location": "japaneast", "tags": { "Environment": "production" }, "properties": { "version": "12.0" } }
  ]
}`,
        params: { grammar: ['sql-{system}-{env}'], tokens: ['env=prd|stg|dev'], environments: ['production'] },
      },
    ),
    isNotApplicable(
      'an environment that the rule is not for',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orderssql"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"

  tags = {
    Environment = "sandbox"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Sql/servers", "apiVersion": "2023-08-01", "name": "orderssql", "location": "japaneast", "tags": { "Environment": "sandbox" }, "properties": { "version": "12.0" } }
  ]
}`,
        params: { grammar: ['sql-{system}-{env}'], tokens: ['env=prd|stg|dev'], environments: ['production'] },
      },
    ),
    isNotApplicable(
      'no grammar is configured',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orderssql"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Sql/servers", "apiVersion": "2023-08-01", "name": "orderssql", "location": "japaneast", "properties": { "version": "12.0" } }
  ]
}`,
      },
    ),
    isUnknown(
      'the name is handed in',
      `variable "label" {}
resource "azurerm_mssql_server" "orders" {
  name                = var.label
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
}`,
      { params: { grammar: ['sql-{system}-{env}'], tokens: ['env=prd|stg|dev'] } },
    ),
  ],
});
