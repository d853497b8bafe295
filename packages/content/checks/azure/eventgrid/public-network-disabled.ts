import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the Event Grid topic is off',
    ja: 'Event Grid トピックへのパブリックネットワークアクセスが無効である',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.eventgrid.topic',
  why: {
    en: 'Events trigger functions and workflows; they should come from your network only.',
    ja: 'イベントは関数やワークフローを動かします。自社ネットワークからだけ届くべきです。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_access_enabled', value: false }],
      arm: [
        { of: ['Microsoft.EventGrid/topics', 'Microsoft.EventGrid/domains'], set: 'properties.publicNetworkAccess', value: 'Disabled' },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_eventgrid_topic" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/event-grid/configure-private-endpoints'],
  equivalents: ['CKV_AZURE_193', 'CKV_AZURE_106'],
  noFramework: 'no control mapping yet',
  evaluate(topic) {
    if (!topic.publicNetworkAccess) return pass();
    return fail({
      en: `Event Grid topic ${topic.name} is reachable from public networks`,
      ja: `Event Grid トピック ${topic.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_eventgrid_topic" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  public_network_access_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.EventGrid/topics",
      "apiVersion": "2022-06-15",
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
      `resource "azurerm_eventgrid_topic" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  public_network_access_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.EventGrid/topics",
      "apiVersion": "2022-06-15",
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
      `resource "azurerm_eventgrid_topic" "orders" {
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
      "type": "Microsoft.EventGrid/topics",
      "apiVersion": "2022-06-15",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
    fails(
      'a domain',
      `resource "azurerm_eventgrid_domain" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  public_network_access_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.EventGrid/domains",
      "apiVersion": "2022-06-15",
      "name": "orders",
      "location": "japaneast",
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
  ],
});
