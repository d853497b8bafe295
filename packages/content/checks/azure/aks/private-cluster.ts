/** An API server that everybody reaches is attacked with every new hole and every leaked token. */
import { defineCheck, fail, fails, isInternetPrefix, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kubernetes API is private or IP-limited', ja: 'Kubernetes API がプライベートまたは IP 制限されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.aks.cluster',
  why: {
    en: 'Whoever reaches the API server can try stolen tokens and new holes from anywhere.',
    ja: 'API サーバーに到達できれば、盗んだトークンや新しい脆弱性をどこからでも試せます。',
  },
  fix: {
    summary: {
      en: 'Make the cluster private, or list the ranges that may reach its API server.',
      ja: 'クラスターをプライベートにするか、API サーバーに到達できる範囲を列挙してください。',
    },
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
    cli: 'az aks update --resource-group GROUP --name CLUSTER --api-server-authorized-ip-ranges 198.51.100.0/24',
  },
  references: ['https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges'],
  equivalents: [
    'CKV_AZURE_6',
    'AVD-AZU-0041',
    'tfsec:azure-container-limit-authorized-ips',
    'prowler:aks_clusters_public_access_disabled',
    'cloudsploit:aksPrivateCluster',
  ],
  evaluate(cluster) {
    if (cluster.isPrivate) return pass();
    const ranges = cluster.authorizedRanges;
    if (ranges.length > 0 && none(ranges, isInternetPrefix)) return pass();
    return fail({
      en: `The API server of cluster ${cluster.name} can be reached from the internet`,
      ja: `クラスター ${cluster.name} の API サーバーはインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'open',
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
      'ranges for everybody',
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

  api_server_access_profile {
    authorized_ip_ranges = ["0.0.0.0/0"]
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
        "apiServerAccessProfile": { "authorizedIPRanges": ["0.0.0.0/0"] }
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
    passes(
      'from the office',
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

  api_server_access_profile {
    authorized_ip_ranges = ["198.51.100.0/24"]
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
        "apiServerAccessProfile": { "authorizedIPRanges": ["198.51.100.0/24"] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'by its name in version 2',
      `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"
  api_server_authorized_ip_ranges = ["198.51.100.0/24"]

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }
}`,
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
  }

  api_server_access_profile {
    authorized_ip_ranges = [var.setting]
  }
}`,
    ),
  ],
});
