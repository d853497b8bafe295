import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Storage Sync Service takes traffic from virtual networks only',
    ja: 'ストレージ同期サービスが仮想ネットワークからのみ受け付ける',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.sync',
  why: {
    en: 'File servers register and sync through this endpoint; open to the internet, so can anybody with a stolen certificate.',
    ja: 'ファイルサーバーはこのエンドポイントで登録・同期します。公開されていれば、盗んだ証明書を持つ誰でも同じことができます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'incoming_traffic_policy', value: 'AllowVirtualNetworksOnly' }],
      arm: [
        { of: ['Microsoft.StorageSync/storageSyncServices'], set: 'properties.incomingTrafficPolicy', value: 'AllowVirtualNetworksOnly' },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set incoming_traffic_policy to AllowVirtualNetworksOnly.',
      ja: 'incoming_traffic_policy を AllowVirtualNetworksOnly にしてください。',
    },
    terraform: `resource "azurerm_storage_sync" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  incoming_traffic_policy = "AllowVirtualNetworksOnly"
}`,
    arm: `{
  "properties": { "incomingTrafficPolicy": "AllowVirtualNetworksOnly" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/file-sync/file-sync-networking-endpoints'],
  equivalents: ['CKV_AZURE_64', 'CKV_AZURE_250'],
  noFramework: 'no control mapping yet',
  evaluate(sync) {
    if (sync.incomingTraffic === 'AllowVirtualNetworksOnly') return pass();
    return fail({
      en: `Storage Sync Service ${sync.name} accepts traffic from the internet`,
      ja: `ストレージ同期サービス ${sync.name} はインターネットからの通信を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_storage_sync" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  incoming_traffic_policy = "AllowAllTraffic"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.StorageSync/storageSyncServices",
      "apiVersion": "2022-09-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "incomingTrafficPolicy": "AllowAllTraffic" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_storage_sync" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  incoming_traffic_policy = "AllowVirtualNetworksOnly"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.StorageSync/storageSyncServices",
      "apiVersion": "2022-09-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "incomingTrafficPolicy": "AllowVirtualNetworksOnly" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_storage_sync" "orders" {
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
      "type": "Microsoft.StorageSync/storageSyncServices",
      "apiVersion": "2022-09-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
  ],
});
