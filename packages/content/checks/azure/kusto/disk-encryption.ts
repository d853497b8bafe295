import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Explorer encrypts the disks of its nodes', ja: 'Data Explorer がノードのディスクを暗号化する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.kusto.cluster',
  why: {
    en: 'The hot cache on the nodes holds the data that is asked for most.',
    ja: 'ノード上のホットキャッシュには最も使われるデータがあります。',
  },
  fix: {
    edits: { terraform: [{ set: 'disk_encryption_enabled', value: true }] },
    cautions: ['may-replace'],
    summary: { en: 'Set disk_encryption_enabled to true.', ja: 'disk_encryption_enabled を true にしてください。' },
    terraform: `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_E2ads_v5"
    capacity = 2
  }
  disk_encryption_enabled = true
}`,
    arm: `{
  "properties": { "enableDiskEncryption": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-explorer/cluster-encryption-disk'],
  equivalents: ['CKV_AZURE_74'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.diskEncryption) return pass();
    return fail({
      en: `Data Explorer cluster ${cluster.name} does not encrypt its disks`,
      ja: `Data Explorer クラスター ${cluster.name} はディスクを暗号化していません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_E2ads_v5"
    capacity = 2
  }
  disk_encryption_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Kusto/clusters",
      "apiVersion": "2023-08-15",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_E2ads_v5", "tier": "Standard", "capacity": 2 },
      "properties": { "enableDiskEncryption": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_E2ads_v5"
    capacity = 2
  }
  disk_encryption_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Kusto/clusters",
      "apiVersion": "2023-08-15",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_E2ads_v5", "tier": "Standard", "capacity": 2 },
      "properties": { "enableDiskEncryption": true }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_E2ads_v5"
    capacity = 2
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Kusto/clusters",
      "apiVersion": "2023-08-15",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_E2ads_v5", "tier": "Standard", "capacity": 2 }
    }
  ]
}`,
      },
    ),
  ],
});
