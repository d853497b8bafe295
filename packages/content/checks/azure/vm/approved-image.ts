/** An image of a stranger may hold anything. */
import { defineCheck, fail, fails, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Machines start from approved images', ja: 'マシンが承認済みイメージから起動する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.vm.machine',
  why: {
    en: 'Images of unknown publishers may be outdated or hold back doors; those of a list have been looked at.',
    ja: '不明な発行元のイメージは古かったりバックドアを含んだりするおそれがあります。承認した一覧のものを使いましょう。',
  },
  fix: {
    summary: {
      en: 'Use an image of your own gallery or of an approved publisher.',
      ja: '自社ギャラリーのイメージか、承認した発行元のものを使ってください。',
    },
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
        "storageProfile": { "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" } },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery'],
  equivalents: ['prowler:vm_ensure_using_approved_images', 'cloudsploit:approvedVmImage'],
  params: {
    approvedPublishers: {
      type: 'strings',
      default: [
        'Canonical',
        'RedHat',
        'SUSE',
        'Debian',
        'Oracle',
        'almalinux',
        'MicrosoftWindowsServer',
        'MicrosoftWindowsDesktop',
        'MicrosoftSQLServer',
        'microsoftcblmariner',
      ],
      description: {
        en: 'Publishers of the marketplace whose images may be used; case does not matter',
        ja: '使ってよいマーケットプレイスイメージの発行元 (大文字小文字は無視)',
      },
    },
  },
  evaluate(machine, { approvedPublishers }) {
    if (machine.hasOwnImage) return pass();
    const publisher = machine.imagePublisher;
    if (publisher === undefined)
      return notApplicable({ en: `${machine.name} starts from an existing disk`, ja: `${machine.name} は既存のディスクから起動します` });
    if (approvedPublishers.some((each) => each.toLowerCase() === publisher.toLowerCase())) return pass();
    return fail({
      en: `Machine ${machine.name} starts from an image of ${publisher}, which is not approved`,
      ja: `マシン ${machine.name} は承認されていない発行元 ${publisher} のイメージから起動します`,
    });
  },
  examples: [
    fails(
      'a publisher nobody approved',
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
    publisher = "nobody-knows"
    offer     = "appliance"
    sku       = "standard"
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
        "storageProfile": { "imageReference": { "publisher": "nobody-knows", "offer": "appliance", "sku": "standard", "version": "latest" } },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'an approved publisher',
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
        "storageProfile": { "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" } },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'an image of the own gallery',
      `resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = ["orders-nic"]
  source_image_id       = "/subscriptions/s/images/golden"

  admin_ssh_key {
    username   = "operator"
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample"
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
        "storageProfile": { "imageReference": { "id": "/subscriptions/s/images/golden" } },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "publisher" {}
resource "azurerm_linux_virtual_machine" "orders" {
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
    publisher = var.publisher
    offer     = "o"
    sku       = "s"
    version   = "latest"
  }
}`,
    ),
  ],
});
