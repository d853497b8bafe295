/** Nodes with addresses of their own are machines on the internet. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes of added pools have no public address', ja: '追加ノードプールのノードがパブリックアドレスを持たない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.aks.node-pool',
  why: {
    en: 'Every port a node opens by mistake is open to the internet.',
    ja: 'ノードが誤って開いたポートがそのままインターネットに公開されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'node_public_ip_enabled', value: false }] },
    cautions: ['may-replace', 'closes-outbound'],
    summary: { en: 'Leave public addresses of nodes off.', ja: 'ノードのパブリック IP を無効のままにしてください。' },
    terraform: `resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
  node_public_ip_enabled = false
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters/agentPools",
      "apiVersion": "2024-09-01",
      "name": "orders/batch",
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "enableNodePublicIP": false }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/use-node-public-ips'],
  equivalents: ['CKV_AZURE_143'],
  evaluate(pool) {
    if (!pool.hasPublicIps) return pass();
    return fail({
      en: `Nodes of pool ${pool.name} have public addresses`,
      ja: `プール ${pool.name} のノードにパブリックアドレスがあります`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
  node_public_ip_enabled = true
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
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "enableNodePublicIP": true }
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
  node_public_ip_enabled = false
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
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "enableNodePublicIP": false }
    }
  ]
}`,
      },
    ),
    passes(
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
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
  node_public_ip_enabled = var.setting
}`,
    ),
  ],
});
