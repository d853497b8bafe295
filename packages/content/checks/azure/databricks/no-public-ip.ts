import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Databricks nodes have no public addresses', ja: 'Databricks のノードにパブリック IP がない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.databricks.workspace',
  why: {
    en: 'A node with a public address can be scanned and attacked directly.',
    ja: 'パブリック IP を持つノードは直接スキャン・攻撃されます。',
  },
  fix: {
    summary: { en: 'Set no_public_ip to true in custom_parameters.', ja: 'custom_parameters の no_public_ip を true にしてください。' },
    terraform: `resource "azurerm_databricks_workspace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "premium"
  custom_parameters {
    virtual_network_id = "/subscriptions/x/virtualNetworks/data"
    no_public_ip       = true
  }
}`,
    arm: `{
  "properties": {
    "parameters": {
      "customVirtualNetworkId": { "value": "[resourceId('Microsoft.Network/virtualNetworks', 'data')]" },
      "enableNoPublicIp": { "value": true }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/databricks/security/network/classic/secure-cluster-connectivity'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.noPublicIp) return pass();
    return fail({
      en: `Nodes of Databricks workspace ${workspace.name} have public addresses`,
      ja: `Databricks ワークスペース ${workspace.name} のノードはパブリック IP を持ちます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_databricks_workspace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "premium"
  custom_parameters {
    virtual_network_id = "/subscriptions/x/virtualNetworks/data"
    no_public_ip       = false
  }
}`,
      {
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
          "customVirtualNetworkId": { "value": "[resourceId('Microsoft.Network/virtualNetworks', 'data')]" },
          "enableNoPublicIp": { "value": false }
        }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_databricks_workspace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "premium"
  custom_parameters {
    virtual_network_id = "/subscriptions/x/virtualNetworks/data"
    no_public_ip       = true
  }
}`,
      {
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
          "customVirtualNetworkId": { "value": "[resourceId('Microsoft.Network/virtualNetworks', 'data')]" },
          "enableNoPublicIp": { "value": true }
        }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_databricks_workspace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "premium"
}`,
    ),
    fails('not written in a template', {
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
