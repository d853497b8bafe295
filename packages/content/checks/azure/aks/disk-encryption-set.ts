/** With a key of one's own the disks of a cluster can be made unreadable at once. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cluster disks use a customer-managed key', ja: 'クラスターのディスクがカスタマーマネージドキーを使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.aks.cluster',
  why: {
    en: 'With a customer key every use is logged, and withdrawing it makes disks and volumes unreadable.',
    ja: 'カスタマーキーなら利用が記録され、無効化すればディスクを一括で読めなくできます。',
  },
  fix: {
    summary: { en: 'Set disk_encryption_set_id.', ja: 'disk_encryption_set_id を設定してください。' },
    terraform: `resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"
  disk_encryption_set_id = "/subscriptions/s/diskEncryptionSets/orders"

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
        "diskEncryptionSetID": "/subscriptions/s/diskEncryptionSets/orders"
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys'],
  equivalents: ['CKV_AZURE_117', 'AVD-AZU-0067'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasDiskKey) return pass();
    return fail({
      en: `Disks of cluster ${cluster.name} are encrypted with a key of Azure only`,
      ja: `クラスター ${cluster.name} のディスクは Azure 管理の鍵だけで暗号化されています`,
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
  disk_encryption_set_id = "/subscriptions/s/diskEncryptionSets/orders"

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
        "diskEncryptionSetID": "/subscriptions/s/diskEncryptionSets/orders"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'handed in',
      `variable "setting" {}
resource "azurerm_kubernetes_cluster" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  dns_prefix          = "orders"
  disk_encryption_set_id = var.setting

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D4s_v5"
    node_count = 3
  }
}`,
    ),
  ],
});
