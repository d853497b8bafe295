/** Nodes with addresses of their own are machines on the internet. */
import { defineCheck, fail, fails, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes have no public address', ja: 'ノードがパブリックアドレスを持たない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.aks.cluster',
  why: {
    en: 'Every port a node opens by mistake is open to the internet.',
    ja: 'ノードが誤って開いたポートがそのままインターネットに公開されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'default_node_pool.node_public_ip_enabled', value: false }] },
    cautions: ['may-replace', 'closes-outbound'],
    summary: { en: 'Leave public addresses of nodes off.', ja: 'ノードのパブリック IP を無効のままにしてください。' },
    terraform: `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
    node_public_ip_enabled = false
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
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System", "enableNodePublicIP": false }]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/use-node-public-ips'],
  equivalents: ['CKV_AZURE_143', 'prowler:aks_clusters_created_with_private_nodes'],
  evaluate(cluster) {
    if (none(cluster.pools, (pool) => pool.hasPublicIps)) return pass();
    return fail({
      en: `Nodes of cluster ${cluster.name} have public addresses`,
      ja: `クラスター ${cluster.name} のノードにパブリックアドレスがあります`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
    node_public_ip_enabled = true
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
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System", "enableNodePublicIP": true }]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'by its name in version 3',
      `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
    enable_node_public_ip = true
  }
}`,
    ),
    passes(
      'as it should be',
      `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
    node_public_ip_enabled = false
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
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System", "enableNodePublicIP": false }]
      }
    }
  ]
}`,
      },
    ),
    passes(
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
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
    node_public_ip_enabled = var.setting
  }
}`,
    ),
  ],
});
