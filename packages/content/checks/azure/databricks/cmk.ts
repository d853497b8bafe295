import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Databricks workspace uses a customer-managed key', ja: 'Databricks ワークスペースがカスタマーマネージドキーを使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.databricks.workspace',
  why: {
    en: 'Notebooks leave results, libraries and logs in the root storage; a key of your own decides who may read them.',
    ja: 'ノートブックは結果やログをルートストレージに残します。独自のキーで読める者を決められます。',
  },
  fix: {
    summary: {
      en: 'Set customer_managed_key_enabled and add an azurerm_databricks_workspace_root_dbfs_customer_managed_key.',
      ja: 'customer_managed_key_enabled を有効にし、azurerm_databricks_workspace_root_dbfs_customer_managed_key を追加してください。',
    },
    terraform: `resource "azurerm_databricks_workspace" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku                          = "premium"
  customer_managed_key_enabled = true
}
resource "azurerm_databricks_workspace_root_dbfs_customer_managed_key" "orders" {
  workspace_id     = azurerm_databricks_workspace.orders.id
  key_vault_key_id = azurerm_key_vault_key.orders.id
}`,
    arm: `{
  "properties": {
    "parameters": {
      "encryption": {
        "value": {
          "keySource": "Microsoft.Keyvault",
          "KeyName": "orders",
          "keyvaulturi": "https://orders.vault.azure.net"
        }
      }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/databricks/security/keys/customer-managed-keys'],
  equivalents: ['CKV2_AZURE_48', 'prowler:databricks_workspace_cmk_encryption_enabled'],
  evaluate(workspace) {
    if (workspace.customerKey) return pass();
    return fail({
      en: `Databricks workspace ${workspace.name} is encrypted with a key of Microsoft`,
      ja: `Databricks ワークスペース ${workspace.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_databricks_workspace" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku                          = "premium"
  customer_managed_key_enabled = true
}
resource "azurerm_databricks_workspace_root_dbfs_customer_managed_key" "orders" {
  workspace_id     = azurerm_databricks_workspace.orders.id
  key_vault_key_id = azurerm_key_vault_key.orders.id
}`,
    ),
    passes('on (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Databricks/workspaces",
      "apiVersion": "2024-05-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "premium" },
      "properties": {
        "managedResourceGroupId": "[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'orders-databricks')]",
        "parameters": {
          "encryption": {
            "value": {
              "keySource": "Microsoft.Keyvault",
              "KeyName": "orders",
              "keyvaulturi": "https://orders.vault.azure.net"
            }
          }
        }
      }
    }
  ]
}`,
    }),
    fails(
      'not written',
      `resource "azurerm_databricks_workspace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "premium"
}`,
    ),
    fails('not written (template)', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Databricks/workspaces",
      "apiVersion": "2024-05-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "premium" },
      "properties": {
        "managedResourceGroupId": "[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'orders-databricks')]"
      }
    }
  ]
}`,
    }),
  ],
});
