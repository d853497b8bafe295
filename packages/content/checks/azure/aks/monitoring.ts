/** Containers that are gone took their logs with them. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cluster is monitored', ja: 'クラスターが監視されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.aks.cluster',
  why: {
    en: 'Pods come and go; what they did is known afterwards only from logs that were sent away.',
    ja: 'Pod は入れ替わるため、ログを外部に送らなければ何が起きたか後から分かりません。',
  },
  fix: {
    summary: { en: 'Enable the monitoring add-on with a workspace.', ja: '監視アドオンをワークスペース付きで有効にしてください。' },
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

  oms_agent {
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
        "addonProfiles": { "omsagent": { "enabled": true, "config": { "logAnalyticsWorkspaceResourceID": "workspace" } } }
      }
    }
  ]
}`,
    cli: 'az aks enable-addons --resource-group GROUP --name CLUSTER --addons monitoring',
  },
  references: ['https://learn.microsoft.com/azure/aks/monitor-aks'],
  equivalents: ['CKV_AZURE_4', 'AVD-AZU-0040', 'tfsec:azure-container-logging', 'prowler:aks_cluster_azure_monitor_enabled'],
  evaluate(cluster) {
    if (cluster.hasMonitoring) return pass();
    return fail({
      en: `Cluster ${cluster.name} sends no logs of its containers`,
      ja: `クラスター ${cluster.name} はコンテナーのログを送っていません`,
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
    fails(
      'switched off',
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

  addon_profile {
    oms_agent {
      enabled = false
    }
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
        "addonProfiles": { "omsagent": { "enabled": false } }
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

  oms_agent {
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
        "addonProfiles": { "omsagent": { "enabled": true, "config": { "logAnalyticsWorkspaceResourceID": "workspace" } } }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'in version 2',
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

  addon_profile {
    oms_agent {
      enabled = true
    }
  }
}`,
    ),
  ],
});
