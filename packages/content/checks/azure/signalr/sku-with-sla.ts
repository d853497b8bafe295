import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SignalR or Web PubSub has an SLA', ja: 'SignalR・Web PubSub に SLA がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.signalr.service',
  why: {
    en: 'The free size is limited to a few connections and comes without promise.',
    ja: '無料サイズは接続数が少なく、保証もありません。',
  },
  fix: {
    summary: { en: 'Choose Standard_S1 or Premium_P1.', ja: 'Standard_S1 か Premium_P1 を選んでください。' },
    terraform: `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-signalr/signalr-resource-faq'],
  equivalents: ['CKV_AZURE_175', 'CKV_AZURE_196'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.sku !== 'Free_F1') return pass();
    return fail({ en: `${service.name} has the free size, without SLA`, ja: `${service.name} は SLA のない無料サイズです` });
  },
  examples: [
    passes(
      'Standard',
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
    fails(
      'Web PubSub, free',
      `resource "azurerm_web_pubsub" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Free_F1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SignalRService/webPubSub",
      "apiVersion": "2023-02-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Free_F1", "capacity": 1 }
    }
  ]
}`,
      },
    ),
    passes(
      'Web PubSub, Standard',
      `resource "azurerm_web_pubsub" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard_S1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SignalRService/webPubSub",
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
