import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Event Hubs namespace uses Entra ID, not keys', ja: 'Event Hubs 名前空間がキーではなく Entra ID を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.eventhub.namespace',
  why: {
    en: 'Keys in connection strings are copied into settings and repositories, and open the whole namespace.',
    ja: '接続文字列のキーは設定やリポジトリに写され、名前空間全体を開きます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'local_authentication_enabled', value: false }],
      arm: [{ of: ['Microsoft.EventHub/namespaces'], set: 'properties.disableLocalAuth', value: true }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_authentication_enabled to false.', ja: 'local_authentication_enabled を false にしてください。' },
    terraform: `resource "azurerm_eventhub_namespace" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku                          = "Standard"
  local_authentication_enabled = false
}`,
    arm: `{
  "properties": { "disableLocalAuth": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/event-hubs/authenticate-shared-access-signature'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (!namespace.localAuth) return pass();
    return fail({
      en: `Event Hubs namespace ${namespace.name} accepts keys`,
      ja: `Event Hubs 名前空間 ${namespace.name} はキーによる認証を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_eventhub_namespace" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku                          = "Standard"
  local_authentication_enabled = true
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
      "sku": { "name": "Standard" },
      "properties": { "disableLocalAuth": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_eventhub_namespace" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  sku                          = "Standard"
  local_authentication_enabled = false
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
      "sku": { "name": "Standard" },
      "properties": { "disableLocalAuth": true }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
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
  ],
});
