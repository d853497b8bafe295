import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Synapse workspace uses a customer-managed key', ja: 'Synapse ワークスペースがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.synapse.workspace',
  why: {
    en: 'With a key of your own you can withdraw access to the data, and see each use of the key.',
    ja: '独自のキーなら、データへのアクセスを取り消し、使用を確認できます。',
  },
  fix: {
    summary: { en: 'Add customer_managed_key when the workspace is created.', ja: '作成時に customer_managed_key を追加してください。' },
    terraform: `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  customer_managed_key {
    key_name           = "orders"
    key_versionless_id = azurerm_key_vault_key.orders.versionless_id
  }
}`,
    arm: `{
  "properties": {
    "encryption": {
      "cmk": {
        "key": { "name": "orders", "keyVaultUrl": "https://orders.vault.azure.net/keys/orders" }
      }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/security/workspaces-encryption'],
  equivalents: ['CKV_AZURE_240'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.customerKey) return pass();
    return fail({
      en: `Synapse workspace ${workspace.name} is encrypted with a key of Microsoft`,
      ja: `Synapse ワークスペース ${workspace.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_synapse_workspace" "orders" {
  name                                 = "orders"
  resource_group_name                  = "orders"
  location                             = "japaneast"
  storage_data_lake_gen2_filesystem_id = "https://orderslake.dfs.core.windows.net/synapse"
  sql_administrator_login              = "orders-dba"
  customer_managed_key {
    key_name           = "orders"
    key_versionless_id = azurerm_key_vault_key.orders.versionless_id
  }
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
        "encryption": {
          "cmk": {
            "key": {
              "name": "orders",
              "keyVaultUrl": "https://orders.vault.azure.net/keys/orders"
            }
          }
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
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
  ],
});
