import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SignalR service uses Entra ID, not keys', ja: 'SignalR サービスがキーではなく Entra ID を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.signalr.service',
  why: {
    en: 'A connection string that leaks lets its finder speak to every client.',
    ja: '接続文字列が漏れると、見つけた者が全クライアントに発信できます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'local_auth_enabled', value: false }],
      arm: [
        { of: ['Microsoft.SignalRService/SignalR', 'Microsoft.SignalRService/webPubSub'], set: 'properties.disableLocalAuth', value: true },
      ],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_auth_enabled to false.', ja: 'local_auth_enabled を false にしてください。' },
    terraform: `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
  local_auth_enabled = false
}`,
    arm: `{
  "properties": { "disableLocalAuth": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-signalr/howto-disable-local-auth'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (!service.localAuth) return pass();
    return fail({
      en: `SignalR service ${service.name} accepts keys`,
      ja: `SignalR サービス ${service.name} はキーによる認証を受け付けます`,
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
  local_auth_enabled = true
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
      "properties": { "disableLocalAuth": false }
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
  local_auth_enabled = false
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
      "properties": { "disableLocalAuth": true }
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
