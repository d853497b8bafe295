import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the SignalR service is off',
    ja: 'SignalR サービスへのパブリックネットワークアクセスが無効である',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.signalr.service',
  why: {
    en: 'Messages of internal applications need no endpoint on the internet.',
    ja: '社内アプリのメッセージに、インターネット上のエンドポイントは不要です。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_access_enabled', value: false }],
      arm: [
        {
          of: ['Microsoft.SignalRService/SignalR', 'Microsoft.SignalRService/webPubSub'],
          set: 'properties.publicNetworkAccess',
          value: 'Disabled',
        },
      ],
    },
    cautions: ['closes-access', 'needs-tier'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-signalr/howto-private-endpoints'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (!service.publicNetworkAccess) return pass();
    return fail({
      en: `SignalR service ${service.name} is reachable from public networks`,
      ja: `SignalR サービス ${service.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
  public_network_access_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SignalRService/SignalR",
      "apiVersion": "2023-02-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_S1", "capacity": 1 },
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
  public_network_access_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SignalRService/SignalR",
      "apiVersion": "2023-02-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_S1", "capacity": 1 },
      "properties": { "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SignalRService/SignalR",
      "apiVersion": "2023-02-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_S1", "capacity": 1 }
    }
  ]
}`,
      },
    ),
  ],
});
