import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the Purview account is off',
    ja: 'Purview アカウントへのパブリックネットワークアクセスが無効である',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.purview.account',
  why: {
    en: 'The catalog tells where sensitive data lies; that is a map for an intruder.',
    ja: 'カタログは機微データの所在を示します。侵入者にとっては地図になります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_enabled', value: false }],
      arm: [{ of: ['Microsoft.Purview/accounts'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_enabled to false and use a private endpoint.',
      ja: 'public_network_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_purview_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  identity {
    type = "SystemAssigned"
  }
  public_network_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/purview/catalog-private-link'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.publicNetworkAccess) return pass();
    return fail({
      en: `Purview account ${account.name} is reachable from public networks`,
      ja: `Purview アカウント ${account.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_purview_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  identity {
    type = "SystemAssigned"
  }
  public_network_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Purview/accounts",
      "apiVersion": "2021-12-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" },
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_purview_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  identity {
    type = "SystemAssigned"
  }
  public_network_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Purview/accounts",
      "apiVersion": "2021-12-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" },
      "properties": { "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_purview_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
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
      "type": "Microsoft.Purview/accounts",
      "apiVersion": "2021-12-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" }
    }
  ]
}`,
      },
    ),
  ],
});
