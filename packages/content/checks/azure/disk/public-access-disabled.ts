/** A shared access signature for a disk is a download link for everything on it. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Disks cannot be exported over the internet', ja: 'ディスクをインターネット経由でエクスポートできない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.vm.disk',
  why: {
    en: 'Whoever may create an access link can download the whole disk from anywhere; it leaves no trace in the machine.',
    ja: 'アクセスリンクを作れる者は、どこからでもディスク全体をダウンロードでき、マシンには痕跡が残りません。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false, or the network access policy to DenyAll or AllowPrivate.',
      ja: 'public_network_access_enabled を false にするか、network_access_policy を DenyAll / AllowPrivate にしてください。',
    },
    terraform: `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
  public_network_access_enabled = false
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/disks",
      "apiVersion": "2024-07-01",
      "name": "orders-data",
      "properties": { "creationData": { "createOption": "Empty" }, "diskSizeGB": 128, "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
    cli: 'az disk update --resource-group GROUP --name DISK --public-network-access Disabled --network-access-policy DenyAll',
  },
  references: ['https://learn.microsoft.com/azure/virtual-machines/disks-enable-private-links-for-import-export-portal'],
  equivalents: ['CKV_AZURE_251', 'cloudsploit:vmDiskPublicAccess'],
  evaluate(disk) {
    if (!disk.isPublic) return pass();
    return fail({
      en: `Disk ${disk.name} can be exported over the internet`,
      ja: `ディスク ${disk.name} はインターネット経由でエクスポートできます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/disks",
      "apiVersion": "2024-07-01",
      "name": "orders-data",
      "properties": { "creationData": { "createOption": "Empty" }, "diskSizeGB": 128 }
    }
  ]
}`,
      },
    ),
    passes(
      'closed',
      `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
  public_network_access_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/disks",
      "apiVersion": "2024-07-01",
      "name": "orders-data",
      "properties": { "creationData": { "createOption": "Empty" }, "diskSizeGB": 128, "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'private endpoints only',
      `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
  network_access_policy = "AllowPrivate"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/disks",
      "apiVersion": "2024-07-01",
      "name": "orders-data",
      "properties": { "creationData": { "createOption": "Empty" }, "diskSizeGB": 128, "networkAccessPolicy": "AllowPrivate" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "open" {}
resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
  public_network_access_enabled = var.open
}`,
    ),
  ],
});
