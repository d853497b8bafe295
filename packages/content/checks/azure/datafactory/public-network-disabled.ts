import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public network access to the data factory is off', ja: 'データファクトリへのパブリックネットワークアクセスが無効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.datafactory.factory',
  why: {
    en: 'Pipelines hold the connections to every data store; the factory should be reached from your network only.',
    ja: 'パイプラインは全データストアへの接続を持ちます。自社ネットワークからだけ届くべきです。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_enabled', value: false }],
      arm: [{ of: ['Microsoft.DataFactory/factories'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_enabled to false and use a private endpoint.',
      ja: 'public_network_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_data_factory" "orders" {
  name                   = "orders"
  resource_group_name    = "orders"
  location               = "japaneast"
  public_network_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-factory/data-factory-private-link'],
  equivalents: ['CKV_AZURE_104', 'AVD-AZU-0035', 'tfsec:azure-datafactory-no-public-access'],
  noFramework: 'no control mapping yet',
  evaluate(factory) {
    if (!factory.publicNetworkAccess) return pass();
    return fail({
      en: `Data factory ${factory.name} is reachable from public networks`,
      ja: `データファクトリ ${factory.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_data_factory" "orders" {
  name                   = "orders"
  resource_group_name    = "orders"
  location               = "japaneast"
  public_network_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_data_factory" "orders" {
  name                   = "orders"
  resource_group_name    = "orders"
  location               = "japaneast"
  public_network_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
  ],
});
