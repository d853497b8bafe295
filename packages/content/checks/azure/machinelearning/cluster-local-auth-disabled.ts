import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'ML compute cluster has no local logins', ja: 'ML コンピューティングクラスターでローカルログインが無効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.machinelearning.compute-cluster',
  why: {
    en: 'SSH keys and passwords of the nodes stand outside of Entra ID and its leavers process.',
    ja: 'ノードの SSH キーやパスワードは Entra ID や退職者処理の外にあります。',
  },
  fix: {
    edits: { terraform: [{ set: 'local_auth_enabled', value: false }] },
    cautions: ['may-replace', 'refuses-keys'],
    summary: { en: 'Set local_auth_enabled to false.', ja: 'local_auth_enabled を false にしてください。' },
    terraform: `resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "japaneast"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.orders.id
  vm_priority                   = "Dedicated"
  vm_size                       = "Standard_DS3_v2"
  local_auth_enabled            = false
  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT30S"
  }
}`,
    arm: `{
  "properties": { "disableLocalAuth": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/machine-learning/how-to-create-attach-compute-cluster'],
  equivalents: ['CKV_AZURE_142'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (aside(() => !cluster.isCluster)) {
      return notApplicable({ en: `${cluster.name} is no cluster`, ja: `${cluster.name} はクラスターではありません` });
    }
    if (!cluster.localAuth) return pass();
    return fail({
      en: `Compute cluster ${cluster.name} allows local logins`,
      ja: `コンピューティングクラスター ${cluster.name} はローカルログインを許可しています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "japaneast"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.orders.id
  vm_priority                   = "Dedicated"
  vm_size                       = "Standard_DS3_v2"
  local_auth_enabled            = true
  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT30S"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces/computes",
      "apiVersion": "2024-04-01",
      "name": "orders/training",
      "location": "japaneast",
      "properties": {
        "computeType": "AmlCompute",
        "properties": { "vmSize": "Standard_DS3_v2" },
        "disableLocalAuth": false
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "japaneast"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.orders.id
  vm_priority                   = "Dedicated"
  vm_size                       = "Standard_DS3_v2"
  local_auth_enabled            = false
  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT30S"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces/computes",
      "apiVersion": "2024-04-01",
      "name": "orders/training",
      "location": "japaneast",
      "properties": {
        "computeType": "AmlCompute",
        "properties": { "vmSize": "Standard_DS3_v2" },
        "disableLocalAuth": true
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "japaneast"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.orders.id
  vm_priority                   = "Dedicated"
  vm_size                       = "Standard_DS3_v2"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces/computes",
      "apiVersion": "2024-04-01",
      "name": "orders/training",
      "location": "japaneast",
      "properties": { "computeType": "AmlCompute", "properties": { "vmSize": "Standard_DS3_v2" } }
    }
  ]
}`,
      },
    ),
    isNotApplicable('another kind of compute', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.MachineLearningServices/workspaces/computes",
      "apiVersion": "2024-04-01",
      "name": "orders/training",
      "location": "japaneast",
      "properties": { "computeType": "ComputeInstance", "properties": { "vmSize": "Standard_DS3_v2" } }
    }
  ]
}`,
    }),
  ],
});
