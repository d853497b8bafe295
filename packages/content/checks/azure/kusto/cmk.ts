import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Explorer cluster uses a customer-managed key', ja: 'Data Explorer クラスターがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.kusto.cluster',
  why: {
    en: 'With a key of your own you can withdraw access to everything that was ingested.',
    ja: '独自のキーなら、取り込んだ全データへのアクセスを取り消せます。',
  },
  fix: {
    summary: {
      en: 'Encrypt the cluster with a key of your own (azurerm_kusto_cluster_customer_managed_key).',
      ja: 'クラスターをカスタマーマネージドキーで暗号化してください (azurerm_kusto_cluster_customer_managed_key)。',
    },
    terraform: `resource "azurerm_kusto_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_E2ads_v5"
    capacity = 2
  }
}
resource "azurerm_kusto_cluster_customer_managed_key" "orders" {
  cluster_id   = azurerm_kusto_cluster.orders.id
  key_vault_id = azurerm_key_vault.orders.id
  key_name     = azurerm_key_vault_key.orders.name
}`,
    arm: `{
  "properties": {
    "keyVaultProperties": { "keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net" }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-explorer/customer-managed-keys'],
  equivalents: ['CKV2_AZURE_11'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.customerKey) return pass();
    return fail({
      en: `Data Explorer cluster ${cluster.name} is encrypted with a key of Microsoft`,
      ja: `Data Explorer クラスター ${cluster.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
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
}
resource "azurerm_kusto_cluster_customer_managed_key" "orders" {
  cluster_id   = azurerm_kusto_cluster.orders.id
  key_vault_id = azurerm_key_vault.orders.id
  key_name     = azurerm_key_vault_key.orders.name
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
      "properties": {
        "keyVaultProperties": { "keyName": "orders", "keyVaultUri": "https://orders.vault.azure.net" }
      }
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
