import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Explorer encrypts twice', ja: 'Data Explorer が二重に暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.kusto.cluster',
  why: {
    en: 'A second layer with another key protects when the first is broken.',
    ja: '一層目が破られても、別のキーによる二層目が守ります。',
  },
  fix: {
    summary: {
      en: 'Set double_encryption_enabled to true when the cluster is created.',
      ja: '作成時に double_encryption_enabled を true にしてください。',
    },
    terraform: `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_E2ads_v5"
    capacity = 2
  }
  double_encryption_enabled = true
}`,
    arm: `{
  "properties": { "enableDoubleEncryption": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-explorer/cluster-encryption-double'],
  equivalents: ['CKV_AZURE_75'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.doubleEncryption) return pass();
    return fail({
      en: `Data Explorer cluster ${cluster.name} has no second encryption`,
      ja: `Data Explorer クラスター ${cluster.name} は二重暗号化が無効です`,
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
  double_encryption_enabled = false
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
      "properties": { "enableDoubleEncryption": false }
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
  double_encryption_enabled = true
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
      "properties": { "enableDoubleEncryption": true }
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
