/** Who changed what in the cluster is written by its API server, and kept by nobody unless asked. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Audit logs of clusters are collected', ja: 'クラスターの監査ログが収集される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.aks.cluster',
  why: {
    en: 'Without audit logs nobody can say who read a secret or started a pod.',
    ja: '監査ログがなければ、誰がシークレットを読み、Pod を起動したか分かりません。',
  },
  fix: {
    summary: {
      en: 'Send kube-audit or kube-audit-admin to a workspace.',
      ja: 'kube-audit または kube-audit-admin をワークスペースに送ってください。',
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
}

resource "azurerm_monitor_diagnostic_setting" "aks" {
  name                       = "audit"
  target_resource_id         = azurerm_kubernetes_cluster.orders.id
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "kube-audit-admin"
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
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System" }]
      }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "audit",
      "scope": "[resourceId('Microsoft.ContainerService/managedClusters', 'orders')]",
      "properties": { "workspaceId": "workspace", "logs": [{ "category": "kube-audit-admin", "enabled": true }] }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/monitor-aks-reference'],
  equivalents: [],
  evaluate(cluster) {
    if (
      any(cluster.loggedCategories, (category) => ['kube-audit', 'kube-audit-admin', 'alllogs', 'audit'].includes(category.toLowerCase()))
    )
      return pass();
    return fail({
      en: `Audit logs of cluster ${cluster.name} are not collected`,
      ja: `クラスター ${cluster.name} の監査ログが収集されていません`,
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
      'only other logs',
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
}
resource "azurerm_monitor_diagnostic_setting" "aks" {
  name                       = "audit"
  target_resource_id         = azurerm_kubernetes_cluster.orders.id
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "cluster-autoscaler"
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
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "audit",
      "scope": "[resourceId('Microsoft.ContainerService/managedClusters', 'orders')]",
      "properties": { "workspaceId": "workspace", "logs": [{ "category": "cluster-autoscaler", "enabled": true }] }
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
}

resource "azurerm_monitor_diagnostic_setting" "aks" {
  name                       = "audit"
  target_resource_id         = azurerm_kubernetes_cluster.orders.id
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "kube-audit-admin"
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
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "audit",
      "scope": "[resourceId('Microsoft.ContainerService/managedClusters', 'orders')]",
      "properties": { "workspaceId": "workspace", "logs": [{ "category": "kube-audit-admin", "enabled": true }] }
    }
  ]
}`,
      },
    ),
  ],
});
