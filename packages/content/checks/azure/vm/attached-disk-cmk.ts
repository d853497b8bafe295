/** With a key of one's own access to the data can be taken back, from everybody at once. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Attached disks use a customer-managed key', ja: '接続中のディスクがカスタマーマネージドキーを使う' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.vm.disk',
  why: {
    en: 'With a customer key every use is logged, and withdrawing it makes the disk and its copies unreadable.',
    ja: 'カスタマーキーなら利用が記録され、無効化すればディスクと複製を一括で読めなくできます。',
  },
  fix: {
    summary: {
      en: 'Set disk_encryption_set_id to a disk encryption set with your key.',
      ja: '自分の鍵を使うディスク暗号化セットを disk_encryption_set_id に指定してください。',
    },
    terraform: `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
  disk_encryption_set_id = "/subscriptions/s/diskEncryptionSets/orders"
}
resource "azurerm_virtual_machine_data_disk_attachment" "orders" {
  managed_disk_id    = azurerm_managed_disk.orders.id
  virtual_machine_id = "orders"
  lun                = 1
  caching            = "ReadWrite"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/disks",
      "apiVersion": "2024-07-01",
      "name": "orders-data",
      "properties": {
        "creationData": { "createOption": "Empty" },
        "diskSizeGB": 128,
        "encryption": { "type": "EncryptionAtRestWithCustomerKey", "diskEncryptionSetId": "/subscriptions/s/diskEncryptionSets/orders" }
      }
    },
    {
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01",
      "properties": {
        "osProfile": {
          "adminUsername": "operator",
          "linuxConfiguration": {
            "disablePasswordAuthentication": true,
            "ssh": {
              "publicKeys": [{ "path": "/home/operator/.ssh/authorized_keys", "keyData": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample" }]
            }
          }
        },
        "storageProfile": {
          "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" },
          "dataDisks": [{ "lun": 1, "createOption": "Attach", "managedDisk": { "id": "[resourceId('Microsoft.Compute/disks', 'orders-data')]" } }]
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/virtual-machines/disk-encryption'],
  equivalents: ['CKV_AZURE_93', 'prowler:vm_ensure_attached_disks_encrypted_with_cmk', 'cloudsploit:diskByokEncryptionEnabled'],
  evaluate(disk) {
    if (!disk.isAttached)
      return notApplicable({
        en: `Disk ${disk.name} is not attached`,
        ja: `ディスク ${disk.name} はマシンに接続されていません`,
      });
    if (disk.hasCustomerKey) return pass();
    return fail({
      en: `Attached disk ${disk.name} is encrypted with a key of Azure only`,
      ja: `接続中のディスク ${disk.name} は Azure 管理の鍵だけで暗号化されています`,
    });
  },
  examples: [
    fails(
      'a key of Azure',
      `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
}
resource "azurerm_virtual_machine_data_disk_attachment" "orders" {
  managed_disk_id    = azurerm_managed_disk.orders.id
  virtual_machine_id = "orders"
  lun                = 1
  caching            = "ReadWrite"
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
    },
    {
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01",
      "properties": {
        "osProfile": {
          "adminUsername": "operator",
          "linuxConfiguration": {
            "disablePasswordAuthentication": true,
            "ssh": {
              "publicKeys": [{ "path": "/home/operator/.ssh/authorized_keys", "keyData": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample" }]
            }
          }
        },
        "storageProfile": {
          "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" },
          "dataDisks": [{ "lun": 1, "createOption": "Attach", "managedDisk": { "id": "[resourceId('Microsoft.Compute/disks', 'orders-data')]" } }]
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      "a key of one's own",
      `resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
  disk_encryption_set_id = "/subscriptions/s/diskEncryptionSets/orders"
}
resource "azurerm_virtual_machine_data_disk_attachment" "orders" {
  managed_disk_id    = azurerm_managed_disk.orders.id
  virtual_machine_id = "orders"
  lun                = 1
  caching            = "ReadWrite"
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
      "properties": {
        "creationData": { "createOption": "Empty" },
        "diskSizeGB": 128,
        "encryption": { "type": "EncryptionAtRestWithCustomerKey", "diskEncryptionSetId": "/subscriptions/s/diskEncryptionSets/orders" }
      }
    },
    {
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01",
      "properties": {
        "osProfile": {
          "adminUsername": "operator",
          "linuxConfiguration": {
            "disablePasswordAuthentication": true,
            "ssh": {
              "publicKeys": [{ "path": "/home/operator/.ssh/authorized_keys", "keyData": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample" }]
            }
          }
        },
        "storageProfile": {
          "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" },
          "dataDisks": [{ "lun": 1, "createOption": "Attach", "managedDisk": { "id": "[resourceId('Microsoft.Compute/disks', 'orders-data')]" } }]
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'it is not attached',
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
      'handed in',
      `variable "set" {}
resource "azurerm_managed_disk" "orders" {
  name                 = "orders-data"
  location             = "japaneast"
  resource_group_name  = "orders"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
  disk_encryption_set_id = var.set
}
resource "azurerm_virtual_machine_data_disk_attachment" "orders" {
  managed_disk_id    = azurerm_managed_disk.orders.id
  virtual_machine_id = "orders"
  lun                = 1
  caching            = "ReadWrite"
}`,
    ),
  ],
});
