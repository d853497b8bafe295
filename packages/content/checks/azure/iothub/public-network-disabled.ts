import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public network access to the IoT hub is off', ja: 'IoT ハブへのパブリックネットワークアクセスが無効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.iothub.hub',
  why: {
    en: 'Devices and their commands pass through the hub; in private networks it need not answer the internet.',
    ja: '機器と命令はハブを通ります。閉域の機器だけならインターネットに応答する必要はありません。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_iothub" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "S1"
    capacity = 1
  }
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/iot-hub/iot-hub-public-network-access'],
  equivalents: ['CKV_AZURE_108'],
  noFramework: 'no control mapping yet',
  evaluate(hub) {
    if (!hub.publicNetworkAccess) return pass();
    return fail({
      en: `IoT hub ${hub.name} is reachable from public networks`,
      ja: `IoT ハブ ${hub.name} はパブリックネットワークから到達できます`,
    });
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
  public_network_access_enabled = true
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
      "properties": { "publicNetworkAccess": "Enabled" }
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
  public_network_access_enabled = false
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
      "properties": { "publicNetworkAccess": "Disabled" }
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
