import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Spark pool runs on isolated hardware', ja: 'Spark プールが専有ハードウェアで動く' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.synapse.spark-pool',
  why: {
    en: 'Code from notebooks runs next to that of other customers; isolation takes away the shared hardware an attack would need.',
    ja: 'ノートブックのコードは他の顧客と同じ機器で動きます。専有なら攻撃に必要な共有部分がなくなります。',
  },
  fix: {
    summary: { en: 'Set compute_isolation_enabled to true.', ja: 'compute_isolation_enabled を true にしてください。' },
    terraform: `resource "azurerm_synapse_spark_pool" "orders" {
  name                      = "orders"
  synapse_workspace_id      = azurerm_synapse_workspace.orders.id
  node_size_family          = "MemoryOptimized"
  node_size                 = "XXXLarge"
  node_count                = 3
  compute_isolation_enabled = true
}`,
    arm: `{
  "properties": { "isComputeIsolationEnabled": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/spark/apache-spark-pool-configurations'],
  equivalents: ['CKV_AZURE_242'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.isolated) return pass();
    return fail({
      en: `Spark pool ${pool.name} shares hardware with others`,
      ja: `Spark プール ${pool.name} は他者とハードウェアを共有します`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_synapse_spark_pool" "orders" {
  name                      = "orders"
  synapse_workspace_id      = azurerm_synapse_workspace.orders.id
  node_size_family          = "MemoryOptimized"
  node_size                 = "XXXLarge"
  node_count                = 3
  compute_isolation_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/bigDataPools",
      "apiVersion": "2021-06-01",
      "name": "orders/orders",
      "location": "japaneast",
      "properties": {
        "nodeSizeFamily": "MemoryOptimized",
        "nodeSize": "XXXLarge",
        "nodeCount": 3,
        "isComputeIsolationEnabled": false
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_synapse_spark_pool" "orders" {
  name                      = "orders"
  synapse_workspace_id      = azurerm_synapse_workspace.orders.id
  node_size_family          = "MemoryOptimized"
  node_size                 = "XXXLarge"
  node_count                = 3
  compute_isolation_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/bigDataPools",
      "apiVersion": "2021-06-01",
      "name": "orders/orders",
      "location": "japaneast",
      "properties": {
        "nodeSizeFamily": "MemoryOptimized",
        "nodeSize": "XXXLarge",
        "nodeCount": 3,
        "isComputeIsolationEnabled": true
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_synapse_spark_pool" "orders" {
  name                 = "orders"
  synapse_workspace_id = azurerm_synapse_workspace.orders.id
  node_size_family     = "MemoryOptimized"
  node_size            = "XXXLarge"
  node_count           = 3
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/bigDataPools",
      "apiVersion": "2021-06-01",
      "name": "orders/orders",
      "location": "japaneast",
      "properties": { "nodeSizeFamily": "MemoryOptimized", "nodeSize": "XXXLarge", "nodeCount": 3 }
    }
  ]
}`,
      },
    ),
  ],
});
