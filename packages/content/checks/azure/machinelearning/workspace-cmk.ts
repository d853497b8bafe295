import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Machine learning workspace uses a customer-managed key',
    ja: 'Machine Learning ワークスペースがカスタマーマネージドキーを使う',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.machinelearning.workspace',
  why: {
    en: 'Metadata, metrics and names of data sets are stored by the service; a key of your own decides who may read them.',
    ja: 'メタデータや指標はサービス側に保存されます。独自のキーで読める者を決められます。',
  },
  fix: {
    summary: { en: 'Add encryption.', ja: 'encryption を追加してください。' },
    terraform: `resource "azurerm_machine_learning_workspace" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  application_insights_id = azurerm_application_insights.orders.id
  key_vault_id            = azurerm_key_vault.orders.id
  storage_account_id      = azurerm_storage_account.orders.id
  identity {
    type = "SystemAssigned"
  }
  encryption {
    key_vault_id = azurerm_key_vault.orders.id
    key_id       = azurerm_key_vault_key.orders.id
  }
}`,
    arm: `{
  "properties": {
    "encryption": {
      "status": "Enabled",
      "keyVaultProperties": {
        "keyVaultArmId": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
        "keyIdentifier": "https://orders.vault.azure.net/keys/orders/1"
      }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/machine-learning/concept-customer-managed-keys'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.customerKey) return pass();
    return fail({
      en: `Machine learning workspace ${workspace.name} is encrypted with a key of Microsoft`,
      ja: `Machine Learning ワークスペース ${workspace.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_machine_learning_workspace" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  application_insights_id = azurerm_application_insights.orders.id
  key_vault_id            = azurerm_key_vault.orders.id
  storage_account_id      = azurerm_storage_account.orders.id
  identity {
    type = "SystemAssigned"
  }
  encryption {
    key_vault_id = azurerm_key_vault.orders.id
    key_id       = azurerm_key_vault_key.orders.id
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" },
      "properties": {
        "storageAccount": "[resourceId('Microsoft.Storage/storageAccounts', 'ordersml')]",
        "encryption": {
          "status": "Enabled",
          "keyVaultProperties": {
            "keyVaultArmId": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
            "keyIdentifier": "https://orders.vault.azure.net/keys/orders/1"
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
      `resource "azurerm_machine_learning_workspace" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  application_insights_id = azurerm_application_insights.orders.id
  key_vault_id            = azurerm_key_vault.orders.id
  storage_account_id      = azurerm_storage_account.orders.id
  identity {
    type = "SystemAssigned"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" },
      "properties": { "storageAccount": "[resourceId('Microsoft.Storage/storageAccounts', 'ordersml')]" }
    }
  ]
}`,
      },
    ),
  ],
});
