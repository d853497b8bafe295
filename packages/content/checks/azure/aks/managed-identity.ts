/** A service principal has a password that ends, or leaks. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters act with a managed identity', ja: 'クラスターがマネージド ID で動作する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.aks.cluster',
  why: {
    en: 'The password of a service principal stands in state and templates, and the cluster stops when it ends.',
    ja: 'サービスプリンシパルのパスワードは state やテンプレートに残り、期限が切れるとクラスターが止まります。',
  },
  fix: {
    summary: {
      en: 'Use an identity block instead of service_principal.',
      ja: 'service_principal の代わりに identity ブロックを使ってください。',
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

  identity {
    type = "SystemAssigned"
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
      "identity": { "type": "SystemAssigned" },
      "properties": {
        "dnsPrefix": "orders",
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System" }]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/use-managed-identity'],
  equivalents: [],
  evaluate(cluster) {
    if (cluster.hasIdentity) return pass();
    return fail({
      en: `Cluster ${cluster.name} does not act with a managed identity`,
      ja: `クラスター ${cluster.name} はマネージド ID を使っていません`,
    });
  },
  examples: [
    fails(
      'a service principal',
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

  service_principal {
    client_id     = "00000000-0000-0000-0000-000000000001"
    client_secret = var.secret
  }
}
variable "secret" {}`,
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
        "servicePrincipalProfile": { "clientId": "00000000-0000-0000-0000-000000000001", "secret": "[parameters('secret')]" }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'an identity',
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

  identity {
    type = "SystemAssigned"
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
      "identity": { "type": "SystemAssigned" },
      "properties": {
        "dnsPrefix": "orders",
        "agentPoolProfiles": [{ "name": "system", "vmSize": "Standard_D4s_v5", "count": 3, "mode": "System" }]
      }
    }
  ]
}`,
      },
    ),
  ],
});
