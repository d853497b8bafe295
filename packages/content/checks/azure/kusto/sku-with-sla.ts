import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Explorer cluster has an SLA', ja: 'Data Explorer クラスターに SLA がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.kusto.cluster',
  why: {
    en: 'A cluster for development has one node and no promise that it answers.',
    ja: '開発用クラスターは 1 ノードで、稼働の保証がありません。',
  },
  fix: {
    summary: { en: 'Choose a sku other than Dev(No SLA).', ja: 'Dev(No SLA) 以外の sku を選んでください。' },
    terraform: `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_E2ads_v5"
    capacity = 2
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-explorer/manage-cluster-choose-sku'],
  equivalents: ['CKV_AZURE_180'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (!cluster.sku.startsWith('Dev(No SLA)')) return pass();
    return fail({
      en: `Data Explorer cluster ${cluster.name} has a size without SLA (${cluster.sku})`,
      ja: `Data Explorer クラスター ${cluster.name} のサイズには SLA がありません (${cluster.sku})`,
    });
  },
  examples: [
    passes(
      'Standard',
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
    fails(
      'for development',
      `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Dev(No SLA)_Standard_E2a_v4"
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
      "sku": { "name": "Dev(No SLA)_Standard_E2a_v4", "tier": "Basic", "capacity": 2 }
    }
  ]
}`,
      },
    ),
  ],
});
