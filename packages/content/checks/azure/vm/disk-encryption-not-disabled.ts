/** Somebody switched encryption off in words. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Disk encryption is not switched off', ja: 'ディスクの暗号化が無効化されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.vm.disk',
  why: {
    en: 'Encryption inside of the machine keeps the data unreadable for whoever copies the disk.',
    ja: 'マシン内での暗号化があれば、ディスクをコピーされてもデータは読めません。',
  },
  fix: {
    summary: { en: 'Remove encryption_settings with enabled = false.', ja: 'enabled = false の encryption_settings を削除してください。' },
    terraform: `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/disks",
      "apiVersion": "2024-07-01",
      "name": "orders-data",
      "properties": { "creationData": { "createOption": "Empty" }, "diskSizeGB": 128, "encryptionSettingsCollection": { "enabled": true } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview'],
  equivalents: ['CKV_AZURE_2', 'AVD-AZU-0038', 'tfsec:azure-compute-enable-disk-encryption'],
  noFramework: 'no control mapping yet',
  evaluate(disk) {
    if (!disk.isEncryptionOff) return pass();
    return fail({ en: `Disk ${disk.name} has its encryption switched off`, ja: `ディスク ${disk.name} の暗号化が無効にされています` });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128

  encryption_settings {
    enabled = false
  }
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
      "properties": { "creationData": { "createOption": "Empty" }, "diskSizeGB": 128, "encryptionSettingsCollection": { "enabled": false } }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128

  encryption_settings {
    enabled = true
  }
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
      "properties": { "creationData": { "createOption": "Empty" }, "diskSizeGB": 128, "encryptionSettingsCollection": { "enabled": true } }
    }
  ]
}`,
      },
    ),
    passes(
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
    isUnknown(
      'handed in',
      `variable "encrypted" {}
resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128

  encryption_settings {
    enabled = var.encrypted
  }
}`,
    ),
  ],
});
