/** A private API server cannot be reached from outside at all, whatever list somebody edits. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kubernetes API has a private address only', ja: 'Kubernetes API がプライベートアドレスだけを持つ' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.aks.cluster',
  why: {
    en: 'A list of ranges grows with time; a private address stays private.',
    ja: '許可範囲の一覧は時とともに広がりますが、プライベートアドレスなら外部に開きません。',
  },
  fix: {
    summary: { en: 'Set private_cluster_enabled to true.', ja: 'private_cluster_enabled を true にしてください。' },
    terraform: `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"
  private_cluster_enabled = true

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters",
      "apiVersion": "2024-09-01",
      "name": "orders",
      "properties": {
        "dnsPrefix": "orders",
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System" }],
        "apiServerAccessProfile": { "enablePrivateCluster": true }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/private-clusters'],
  equivalents: ['CKV_AZURE_115', 'AVD-AZU-0065'],
  evaluate(cluster) {
    if (cluster.isPrivate) return pass();
    return fail({
      en: `The API server of cluster ${cluster.name} has a public address`,
      ja: `クラスター ${cluster.name} の API サーバーはパブリックアドレスを持ちます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters",
      "apiVersion": "2024-09-01",
      "name": "orders",
      "properties": {
        "dnsPrefix": "orders",
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System" }]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'public in words',
      `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"
  private_cluster_enabled = false

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters",
      "apiVersion": "2024-09-01",
      "name": "orders",
      "properties": {
        "dnsPrefix": "orders",
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System" }],
        "apiServerAccessProfile": { "enablePrivateCluster": false }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"
  private_cluster_enabled = true

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerService/managedClusters",
      "apiVersion": "2024-09-01",
      "name": "orders",
      "properties": {
        "dnsPrefix": "orders",
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System" }],
        "apiServerAccessProfile": { "enablePrivateCluster": true }
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"
  private_cluster_enabled = var.setting

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }
}`,
    ),
  ],
});
