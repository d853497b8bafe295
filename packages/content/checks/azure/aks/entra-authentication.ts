/** Accounts of the directory end when people leave; certificates of a cluster do not. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Users of the cluster log in with Entra ID', ja: 'クラスターの利用者が Entra ID でログインする' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.aks.cluster',
  why: {
    en: "Without Entra ID there is no second factor, no sign-in log and no way to take one person's access away.",
    ja: 'Entra ID がないと、多要素認証もサインインログもなく、個人単位でのアクセス停止もできません。',
  },
  fix: {
    summary: {
      en: 'Add azure_active_directory_role_based_access_control.',
      ja: 'azure_active_directory_role_based_access_control を追加してください。',
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

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
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
        "aadProfile": { "managed": true, "enableAzureRBAC": true }
      }
    }
  ]
}`,
    cli: 'az aks update --resource-group GROUP --name CLUSTER --enable-aad',
  },
  references: ['https://learn.microsoft.com/azure/aks/enable-authentication-microsoft-entra-id'],
  equivalents: [],
  evaluate(cluster) {
    if (cluster.usesEntra) return pass();
    return fail({
      en: `Users of cluster ${cluster.name} do not log in with Entra ID`,
      ja: `クラスター ${cluster.name} の利用者は Entra ID でログインしません`,
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
      'with Entra ID',
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

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
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
        "aadProfile": { "managed": true, "enableAzureRBAC": true }
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

  role_based_access_control {
    enabled = true

    azure_active_directory {
      managed = true
    }
  }
}`,
    ),
  ],
});
