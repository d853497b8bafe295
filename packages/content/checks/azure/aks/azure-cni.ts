/** With kubenet pods hide behind the address of their node. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters use Azure CNI', ja: 'クラスターが Azure CNI を使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.aks.cluster',
  why: {
    en: 'With kubenet security groups and logs see nodes instead of pods, and Microsoft retires it in 2028.',
    ja: 'kubenet ではセキュリティグループやログに Pod ではなくノードが現れ、2028 年に廃止されます。',
  },
  fix: {
    summary: { en: 'Set network_plugin to azure.', ja: 'network_plugin を azure にしてください。' },
    terraform: `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }

  network_profile {
    network_plugin = "azure"
    network_policy = "calico"
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
        "networkProfile": { "networkPlugin": "azure", "networkPolicy": "calico" }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/concepts-network-cni-overview'],
  equivalents: ['CKV2_AZURE_29'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.networkPlugin?.toLowerCase() === 'azure') return pass();
    return fail({ en: `Cluster ${cluster.name} does not use Azure CNI`, ja: `クラスター ${cluster.name} は Azure CNI を使っていません` });
  },
  examples: [
    fails(
      'kubenet',
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

  network_profile {
    network_plugin = "kubenet"
    network_policy = "calico"
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
        "networkProfile": { "networkPlugin": "kubenet", "networkPolicy": "calico" }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'nothing written',
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
  }

  network_profile {
    network_plugin = "azure"
    network_policy = "calico"
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
        "networkProfile": { "networkPlugin": "azure", "networkPolicy": "calico" }
      }
    }
  ]
}`,
      },
    ),
  ],
});
