/** Applications beside the system take it down with them. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The system pool is kept for system pods', ja: 'システムプールがシステム Pod 専用である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.aks.cluster',
  why: {
    en: 'An application that eats the memory of the system pool stops DNS and metrics for the whole cluster.',
    ja: 'アプリがシステムプールの資源を使い切ると、クラスター全体の DNS やメトリクスが止まります。',
  },
  fix: {
    edits: { terraform: [{ set: 'default_node_pool.only_critical_addons_enabled', value: true }] },
    cautions: ['needs-second'],
    summary: {
      en: 'Set only_critical_addons_enabled to true and add a pool for applications.',
      ja: 'only_critical_addons_enabled を true にし、アプリ用のプールを追加してください。',
    },
    terraform: `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
    only_critical_addons_enabled = true
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
        "agentPoolProfiles": [
          {
            "name": "system",
            "vmSize": "Standard_D4s_v5",
            "count": 3,
            "mode": "System",
            "nodeTaints": ["CriticalAddonsOnly=true:NoSchedule"]
          }
        ]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/use-system-pools'],
  equivalents: ['CKV_AZURE_232'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (any(cluster.pools, (pool) => pool.isSystemOnly)) return pass();
    return fail({
      en: `Applications run on the system pool of cluster ${cluster.name}`,
      ja: `クラスター ${cluster.name} のシステムプールでアプリも動きます`,
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
    only_critical_addons_enabled = true
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
        "agentPoolProfiles": [
          {
            "name": "system",
            "vmSize": "Standard_D4s_v5",
            "count": 3,
            "mode": "System",
            "nodeTaints": ["CriticalAddonsOnly=true:NoSchedule"]
          }
        ]
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
    only_critical_addons_enabled = var.setting
  }
}`,
    ),
  ],
});
