/** Sensors in the cluster notice what images and rules did not stop. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Defender watches the cluster', ja: 'クラスターで Defender が有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.aks.cluster',
  why: {
    en: 'Without sensors crypto miners and shells in containers go unnoticed.',
    ja: 'センサーがないと、コンテナー内のマイナーやシェルに気づけません。',
  },
  fix: {
    summary: {
      en: 'Add the microsoft_defender block with a workspace.',
      ja: 'microsoft_defender ブロックをワークスペース付きで追加してください。',
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
  }

  microsoft_defender {
    log_analytics_workspace_id = "workspace"
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
        "securityProfile": { "defender": { "logAnalyticsWorkspaceResourceId": "workspace", "securityMonitoring": { "enabled": true } } }
      }
    }
  ]
}`,
    cli: 'az aks update --resource-group GROUP --name CLUSTER --enable-defender',
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/defender-for-containers-enable'],
  equivalents: ['prowler:aks_cluster_defender_enabled'],
  evaluate(cluster) {
    if (cluster.hasDefender) return pass();
    return fail({
      en: `Cluster ${cluster.name} is not watched by Defender`,
      ja: `クラスター ${cluster.name} で Defender が有効ではありません`,
    });
  },
  examples: [
    fails(
      'none',
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

  microsoft_defender {
    log_analytics_workspace_id = "workspace"
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
        "securityProfile": { "defender": { "logAnalyticsWorkspaceResourceId": "workspace", "securityMonitoring": { "enabled": true } } }
      }
    }
  ]
}`,
      },
    ),
  ],
});
