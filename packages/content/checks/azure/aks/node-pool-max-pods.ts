/** Too few pods on a node waste machines, and a full node delays recovery. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes of added pools have room for enough pods', ja: '追加ノードプールに十分な Pod を配置できる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.aks.node-pool',
  why: {
    en: 'The default of the network plugin may be 30; the number cannot be changed later.',
    ja: 'ネットワークプラグインの既定は 30 の場合があり、後から変更できません。',
  },
  fix: {
    summary: { en: 'Set max_pods to 50 or more.', ja: 'max_pods を 50 以上にしてください。' },
    terraform: `resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
  max_pods = 60
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters/agentPools",
      "apiVersion": "2024-09-01",
      "name": "orders/batch",
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "maxPods": 60 }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/azure-cni-overview'],
  equivalents: ['CKV_AZURE_168'],
  noFramework: 'no control mapping yet',
  params: {
    minimum: { type: 'number', default: 50, min: 1, description: { en: 'Fewest pods on a node', ja: 'ノードあたりの最少 Pod 数' } },
  },
  evaluate(pool, { minimum }) {
    if ((pool.maxPods ?? 0) >= minimum) return pass();
    return fail({
      en: `Nodes of pool ${pool.name} are not set up for enough pods`,
      ja: `プール ${pool.name} のノードに十分な Pod 数が設定されていません`,
    });
  },
  examples: [
    fails(
      'few',
      `resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
  max_pods = 30
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters/agentPools",
      "apiVersion": "2024-09-01",
      "name": "orders/batch",
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "maxPods": 30 }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters/agentPools",
      "apiVersion": "2024-09-01",
      "name": "orders/batch",
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User" }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
  max_pods = 60
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters/agentPools",
      "apiVersion": "2024-09-01",
      "name": "orders/batch",
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "maxPods": 60 }
    }
  ]
}`,
      },
    ),
  ],
});
