import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Event Grid topic uses Entra ID, not keys', ja: 'Event Grid トピックがキーではなく Entra ID を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.eventgrid.topic',
  why: {
    en: 'Whoever finds an access key can publish events that others act on.',
    ja: 'アクセスキーを見つけた者は、他のシステムが動くイベントを発行できます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'local_auth_enabled', value: false }],
      arm: [{ of: ['Microsoft.EventGrid/topics', 'Microsoft.EventGrid/domains'], set: 'properties.disableLocalAuth', value: true }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_auth_enabled to false.', ja: 'local_auth_enabled を false にしてください。' },
    terraform: `resource "azurerm_eventgrid_topic" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  local_auth_enabled  = false
}`,
    arm: `{
  "properties": { "disableLocalAuth": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/event-grid/authenticate-with-microsoft-entra-id'],
  equivalents: ['CKV_AZURE_192', 'CKV_AZURE_195'],
  noFramework: 'no control mapping yet',
  evaluate(topic) {
    if (!topic.localAuth) return pass();
    return fail({
      en: `Event Grid topic ${topic.name} accepts keys`,
      ja: `Event Grid トピック ${topic.name} はキーによる認証を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_eventgrid_topic" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  local_auth_enabled  = true
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
      "properties": { "disableLocalAuth": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_eventgrid_topic" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  local_auth_enabled  = false
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
      "properties": { "disableLocalAuth": true }
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
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  local_auth_enabled  = true
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
      "properties": { "disableLocalAuth": false }
    }
  ]
}`,
      },
    ),
  ],
});
