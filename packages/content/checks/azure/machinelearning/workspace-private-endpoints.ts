import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Machine learning workspace uses private endpoints',
    ja: 'Machine Learning ワークスペースがプライベートエンドポイントを使う',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.machinelearning.workspace',
  why: {
    en: 'Through private endpoints training data does not cross public networks.',
    ja: 'プライベートエンドポイントなら、学習データがパブリックネットワークを通りません。',
  },
  fix: {
    summary: {
      en: 'Add an azurerm_private_endpoint for the workspace, or an outbound rule of that kind.',
      ja: 'ワークスペース用の azurerm_private_endpoint、または同種のアウトバウンドルールを追加してください。',
    },
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
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_machine_learning_workspace.orders.id
    subresource_names              = ["amlworkspace"]
    is_manual_connection           = false
  }
}`,
    arm: `{
  "type": "Microsoft.Network/privateEndpoints",
  "apiVersion": "2023-11-01",
  "name": "orders",
  "location": "japaneast",
  "properties": {
    "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]" },
    "privateLinkServiceConnections": [
      {
        "name": "orders",
        "properties": {
          "privateLinkServiceId": "[resourceId('Microsoft.MachineLearningServices/workspaces', 'orders')]"
        }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/machine-learning/how-to-managed-network'],
  equivalents: ['CKV_AZURE_243'],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.usesPrivateEndpoints) return pass();
    return fail({
      en: `Machine learning workspace ${workspace.name} uses no private endpoint`,
      ja: `Machine Learning ワークスペース ${workspace.name} はプライベートエンドポイントを使っていません`,
    });
  },
  examples: [
    fails('off', {
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
        "managedNetwork": { "outboundRules": { "storage": { "type": "ServiceTag" } } }
      }
    }
  ]
}`,
    }),
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
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_machine_learning_workspace.orders.id
    subresource_names              = ["amlworkspace"]
    is_manual_connection           = false
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
    },
    {
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "subnet": {
          "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
        },
        "privateLinkServiceConnections": [
          {
            "name": "orders",
            "properties": {
              "privateLinkServiceId": "[resourceId('Microsoft.MachineLearningServices/workspaces', 'orders')]"
            }
          }
        ]
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
    passes('a managed network that makes one', {
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
        "managedNetwork": {
          "isolationMode": "AllowOnlyApprovedOutbound",
          "outboundRules": { "storage": { "type": "PrivateEndpoint" } }
        }
      }
    }
  ]
}`,
    }),
  ],
});
