/** Without it caches and temporary disks of nodes lie in plain text on the host. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes of added pools encrypt at the host', ja: '追加ノードプールでホスト暗号化が有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.aks.node-pool',
  why: {
    en: 'Pods write to caches and temporary disks that are otherwise not encrypted.',
    ja: 'Pod が書き込むキャッシュや一時ディスクが暗号化されません。',
  },
  fix: {
    edits: { terraform: [{ set: 'host_encryption_enabled', value: true }] },
    cautions: ['may-replace'],
    summary: { en: 'Set host_encryption_enabled to true.', ja: 'host_encryption_enabled を true にしてください。' },
    terraform: `resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
  host_encryption_enabled = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters/agentPools",
      "apiVersion": "2024-09-01",
      "name": "orders/batch",
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "enableEncryptionAtHost": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/enable-host-encryption'],
  equivalents: ['CKV_AZURE_227'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (pool.hasHostEncryption) return pass();
    return fail({
      en: `Nodes of pool ${pool.name} do not encrypt at the host`,
      ja: `プール ${pool.name} のノードでホスト暗号化が無効です`,
    });
  },
  examples: [
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
    fails(
      'off',
      `resource "azurerm_kubernetes_cluster_node_pool" "batch" {
  name                  = "batch"
  kubernetes_cluster_id = "orders"
  vm_size               = "Standard_D4s_v5"
  host_encryption_enabled = false
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
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "enableEncryptionAtHost": false }
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
  host_encryption_enabled = true
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
      "properties": { "vmSize": "Standard_D4s_v5", "mode": "User", "enableEncryptionAtHost": true }
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
  host_encryption_enabled = var.setting
}`,
    ),
  ],
});
