import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Databricks runs in your network', ja: 'Databricks が自社の仮想ネットワークで動く' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.databricks.workspace',
  why: {
    en: 'Only in a network of your own can you see and limit where notebooks send data.',
    ja: '自社のネットワークでなければ、ノートブックがどこへデータを送るかを監視・制限できません。',
  },
  fix: {
    summary: { en: 'Set virtual_network_id in custom_parameters.', ja: 'custom_parameters に virtual_network_id を設定してください。' },
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
  references: ['https://learn.microsoft.com/en-us/azure/databricks/security/network/classic/vnet-inject'],
  equivalents: ['prowler:databricks_workspace_vnet_injection_enabled'],
  evaluate(workspace) {
    if (workspace.ownNetwork) return pass();
    return fail({
      en: `Databricks workspace ${workspace.name} runs in a network of Databricks`,
      ja: `Databricks ワークスペース ${workspace.name} は Databricks のネットワークで動いています`,
    });
  },
  examples: [
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
