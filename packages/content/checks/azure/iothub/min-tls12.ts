import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'IoT hub requires TLS 1.2', ja: 'IoT ハブが TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.iothub.hub',
  why: {
    en: 'Old devices negotiate old versions, and commands to machines can be read or changed.',
    ja: '古い機器は古いバージョンで接続し、機械への命令が読まれたり変えられたりします。',
  },
  fix: {
    edits: { terraform: [{ set: 'min_tls_version', value: '1.2' }] },
    cautions: ['interrupts', 'refuses-clients'],
    summary: { en: 'Set min_tls_version to 1.2.', ja: 'min_tls_version を 1.2 にしてください。' },
    terraform: `resource "azurerm_iothub" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "S1"
    capacity = 1
  }
  min_tls_version = "1.2"
}`,
    arm: `{
  "properties": { "minTlsVersion": "1.2" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/iot-hub/iot-hub-tls-support'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(hub) {
    if (hub.minTlsVersion === '1.2') return pass();
    return fail({ en: `IoT hub ${hub.name} accepts TLS below 1.2`, ja: `IoT ハブ ${hub.name} は TLS 1.2 未満を受け付けます` });
  },
  examples: [
    fails('off', {
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
      "properties": { "minTlsVersion": "1.0" }
    }
  ]
}`,
    }),
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
  min_tls_version = "1.2"
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
      "properties": { "minTlsVersion": "1.2" }
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
