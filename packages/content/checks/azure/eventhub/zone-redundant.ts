import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Event Hubs namespace spans availability zones', ja: 'Event Hubs 名前空間が可用性ゾーンにまたがる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.eventhub.namespace',
  why: {
    en: 'In a region without zones one data center fire takes the stream of events with it.',
    ja: 'ゾーンのないリージョンでは、データセンター 1 つの障害でイベントの流れが止まります。',
  },
  fix: {
    summary: { en: 'Choose a region with availability zones.', ja: '可用性ゾーンのあるリージョンを選んでください。' },
    terraform: `resource "azurerm_eventhub_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/event-hubs/event-hubs-geo-dr'],
  equivalents: ['CKV_AZURE_228'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.zoneRedundant) return pass();
    return fail({
      en: `Event Hubs namespace ${namespace.name} does not span availability zones`,
      ja: `Event Hubs 名前空間 ${namespace.name} は可用性ゾーンにまたがっていません`,
    });
  },
  examples: [
    passes(
      'a region with zones',
      `resource "azurerm_eventhub_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.EventHub/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard" }
    }
  ]
}`,
      },
    ),
    fails(
      'a region without',
      `resource "azurerm_eventhub_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "South Africa West"
  sku                 = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.EventHub/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "southafricawest",
      "sku": { "name": "Standard" }
    }
  ]
}`,
      },
    ),
    fails(
      'switched off, before azurerm 4',
      `resource "azurerm_eventhub_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  zone_redundant      = false
}`,
    ),
  ],
});
