import { aside, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'ML compute cluster scales down to zero', ja: 'ML コンピューティングクラスターがゼロまで縮小する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.machinelearning.compute-cluster',
  why: {
    en: 'A node that always runs is patched late, costs money and is there for an intruder to stay on.',
    ja: '常時稼働のノードはパッチが遅れ、費用がかかり、侵入者の居場所になります。',
  },
  fix: {
    summary: { en: 'Set min_node_count to 0 in scale_settings.', ja: 'scale_settings の min_node_count を 0 にしてください。' },
    terraform: `resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "japaneast"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.orders.id
  vm_priority                   = "Dedicated"
  vm_size                       = "Standard_DS3_v2"
  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 4
    scale_down_nodes_after_idle_duration = "PT30S"
  }
}`,
    arm: `{
  "properties": { "properties": { "scaleSettings": { "minNodeCount": 0, "maxNodeCount": 4 } } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/machine-learning/how-to-create-attach-compute-cluster'],
  equivalents: ['CKV_AZURE_150'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (aside(() => !cluster.isCluster)) {
      return notApplicable({ en: `${cluster.name} is no cluster`, ja: `${cluster.name} はクラスターではありません` });
    }
    if (cluster.minNodes === 0) return pass();
    return fail({
      en: `Compute cluster ${cluster.name} keeps ${cluster.minNodes} nodes running`,
      ja: `コンピューティングクラスター ${cluster.name} は ${cluster.minNodes} ノードを常時稼働させます`,
    });
  },
  examples: [
    fails(
      'one always runs',
      `resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "japaneast"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.orders.id
  vm_priority                   = "Dedicated"
  vm_size                       = "Standard_DS3_v2"
  scale_settings {
    min_node_count                       = 1
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
        "properties": {
          "vmSize": "Standard_DS3_v2",
          "scaleSettings": { "minNodeCount": 1, "maxNodeCount": 4 }
        }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'none',
      `resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = "japaneast"
  machine_learning_workspace_id = azurerm_machine_learning_workspace.orders.id
  vm_priority                   = "Dedicated"
  vm_size                       = "Standard_DS3_v2"
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
        "properties": {
          "vmSize": "Standard_DS3_v2",
          "scaleSettings": { "minNodeCount": 0, "maxNodeCount": 4 }
        }
      }
    }
  ]
}`,
      },
    ),
  ],
});
