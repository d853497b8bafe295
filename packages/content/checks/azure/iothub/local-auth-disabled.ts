import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'IoT hub uses Entra ID, not keys', ja: 'IoT ハブがキーではなく Entra ID を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.iothub.hub',
  why: {
    en: 'A key of the hub speaks for every device and for the service itself.',
    ja: 'ハブのキーは全機器とサービス自身になりすませます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'local_authentication_enabled', value: false }],
      arm: [{ of: ['Microsoft.Devices/IotHubs'], set: 'properties.disableLocalAuth', value: true }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_authentication_enabled to false.', ja: 'local_authentication_enabled を false にしてください。' },
    terraform: `resource "azurerm_iothub" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "S1"
    capacity = 1
  }
  local_authentication_enabled = false
}`,
    arm: `{
  "properties": { "disableLocalAuth": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/iot-hub/authenticate-authorize-azure-ad'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(hub) {
    if (!hub.localAuth) return pass();
    return fail({ en: `IoT hub ${hub.name} accepts keys`, ja: `IoT ハブ ${hub.name} はキーによる認証を受け付けます` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_iothub" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "S1"
    capacity = 1
  }
  local_authentication_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Devices/IotHubs",
      "apiVersion": "2023-06-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "S1", "capacity": 1 },
      "properties": { "disableLocalAuth": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_iothub" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "S1"
    capacity = 1
  }
  local_authentication_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Devices/IotHubs",
      "apiVersion": "2023-06-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "S1", "capacity": 1 },
      "properties": { "disableLocalAuth": true }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_iothub" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "S1"
    capacity = 1
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Devices/IotHubs",
      "apiVersion": "2023-06-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "S1", "capacity": 1 }
    }
  ]
}`,
      },
    ),
  ],
});
