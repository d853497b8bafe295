import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the Data Explorer cluster is off',
    ja: 'Data Explorer クラスターへのパブリックネットワークアクセスが無効である',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.kusto.cluster',
  why: {
    en: 'Logs and telemetry hold more personal data than one expects; queries should come from your network.',
    ja: 'ログやテレメトリには予想以上の個人情報が含まれます。自社ネットワークからだけ問い合わせるべきです。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access', 'needs-network'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_E2ads_v5"
    capacity = 2
  }
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-explorer/security-network-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (!cluster.publicNetworkAccess) return pass();
    return fail({
      en: `Data Explorer cluster ${cluster.name} is reachable from public networks`,
      ja: `Data Explorer クラスター ${cluster.name} はパブリックネットワークから到達できます`,
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
  public_network_access_enabled = true
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
      "properties": { "publicNetworkAccess": "Enabled" }
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
  public_network_access_enabled = false
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
      "properties": { "publicNetworkAccess": "Disabled" }
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
