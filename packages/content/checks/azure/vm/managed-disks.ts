/** Disks as files in a storage account can be downloaded with its key. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Machines use managed disks', ja: 'マシンがマネージドディスクを使う' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.vm.machine',
  why: {
    en: 'Whoever has the key of the storage account can copy such a disk; managed disks have permissions, encryption and zones of their own.',
    ja: 'ストレージアカウントのキーがあればディスクを丸ごとコピーできます。マネージドディスクには個別の権限・暗号化・冗長化があります。',
  },
  fix: {
    summary: { en: 'Use managed disks instead of vhd_uri.', ja: 'vhd_uri の代わりにマネージドディスクを使ってください。' },
    terraform: `resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = ["orders-nic"]

  admin_ssh_key {
    username   = "operator"
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
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
          "osDisk": { "createOption": "FromImage", "managedDisk": { "storageAccountType": "Premium_LRS" } }
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
    cli: 'az vm convert --resource-group GROUP --name VM',
  },
  references: ['https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview'],
  equivalents: ['CKV_AZURE_92', 'CKV2_AZURE_9', 'prowler:vm_ensure_using_managed_disks', 'cloudsploit:vmManagedDisks'],
  evaluate(machine) {
    if (!machine.hasUnmanagedDisk) return pass();
    return fail({
      en: `Machine ${machine.name} keeps a disk as a file in a storage account`,
      ja: `マシン ${machine.name} のディスクがストレージアカウント上のファイルです`,
    });
  },
  examples: [
    fails(
      'a file in a storage account',
      `resource "azurerm_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  vm_size               = "Standard_D2s_v5"
  network_interface_ids = ["orders-nic"]

  storage_os_disk {
    name          = "os"
    create_option = "FromImage"
    vhd_uri       = "https://orders.blob.core.windows.net/vhds/os.vhd"
  }
}`,
    ),
    fails('a file in a storage account, by a template', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/virtualMachines",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-app01",
      "properties": {
        "osProfile": { "adminUsername": "operator", "windowsConfiguration": { "timeZone": "Tokyo Standard Time" } },
        "storageProfile": {
          "imageReference": { "publisher": "MicrosoftWindowsServer", "offer": "WindowsServer", "sku": "2025-datacenter", "version": "latest" },
          "osDisk": { "createOption": "FromImage", "vhd": { "uri": "https://orders.blob.core.windows.net/vhds/os.vhd" } }
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
    }),
    fails(
      'a data disk',
      `resource "azurerm_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  vm_size               = "Standard_D2s_v5"
  network_interface_ids = ["orders-nic"]

  storage_data_disk {
    name          = "data"
    create_option = "Empty"
    lun           = 1
    vhd_uri       = "https://orders.blob.core.windows.net/vhds/data.vhd"
  }
}`,
    ),
    passes(
      'managed',
      `resource "azurerm_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  vm_size               = "Standard_D2s_v5"
  network_interface_ids = ["orders-nic"]

  storage_os_disk {
    name              = "os"
    create_option     = "FromImage"
    managed_disk_type = "Premium_LRS"
  }
}`,
    ),
    passes(
      'the newer resource',
      `resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = ["orders-nic"]

  admin_ssh_key {
    username   = "operator"
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
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
          "osDisk": { "createOption": "FromImage", "managedDisk": { "storageAccountType": "Premium_LRS" } }
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
      },
    ),
  ],
});
