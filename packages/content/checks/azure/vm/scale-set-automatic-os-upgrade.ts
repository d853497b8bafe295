/** Instances that start from last year's image start with last year's holes. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Scale sets roll out new images by themselves', ja: 'スケールセットが OS イメージを自動更新する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.vm.machine',
  why: {
    en: 'New instances keep starting from the image of the day the scale set was made, with all holes found since.',
    ja: '新しいインスタンスは作成時のイメージから起動し続け、その後に見つかった脆弱性をすべて抱えます。',
  },
  fix: {
    summary: { en: 'Enable automatic OS upgrades.', ja: 'OS の自動アップグレードを有効にしてください。' },
    terraform: `resource "azurerm_linux_virtual_machine_scale_set" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Standard_D2s_v5"
  instances           = 3

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

  automatic_os_upgrade_policy {
    enable_automatic_os_upgrade = true
    disable_automatic_rollback  = false
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/virtualMachineScaleSets",
      "apiVersion": "2024-07-01",
      "name": "orders",
      "properties": {
        "upgradePolicy": { "mode": "Rolling", "automaticOSUpgradePolicy": { "enableAutomaticOSUpgrade": true } },
        "virtualMachineProfile": {
          "osProfile": {
            "linuxConfiguration": {
              "disablePasswordAuthentication": true,
              "ssh": {
                "publicKeys": [{ "path": "/home/operator/.ssh/authorized_keys", "keyData": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample" }]
              }
            }
          },
          "storageProfile": { "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" } }
        }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-upgrade'],
  equivalents: ['CKV_AZURE_95'],
  noFramework: 'no control mapping yet',
  evaluate(machine) {
    if (!machine.isScaleSet)
      return notApplicable({ en: `${machine.name} is no scale set`, ja: `${machine.name} はスケールセットではありません` });
    if (machine.hasAutomaticImageUpgrade) return pass();
    return fail({
      en: `Scale set ${machine.name} does not upgrade its images by itself`,
      ja: `スケールセット ${machine.name} は OS イメージを自動更新しません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_linux_virtual_machine_scale_set" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Standard_D2s_v5"
  instances           = 3

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
      "type": "Microsoft.Compute/virtualMachineScaleSets",
      "apiVersion": "2024-07-01",
      "name": "orders",
      "properties": {
        "virtualMachineProfile": {
          "osProfile": {
            "linuxConfiguration": {
              "disablePasswordAuthentication": true,
              "ssh": {
                "publicKeys": [{ "path": "/home/operator/.ssh/authorized_keys", "keyData": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample" }]
              }
            }
          },
          "storageProfile": { "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" } }
        }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_linux_virtual_machine_scale_set" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Standard_D2s_v5"
  instances           = 3

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

  automatic_os_upgrade_policy {
    enable_automatic_os_upgrade = true
    disable_automatic_rollback  = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Compute/virtualMachineScaleSets",
      "apiVersion": "2024-07-01",
      "name": "orders",
      "properties": {
        "upgradePolicy": { "mode": "Rolling", "automaticOSUpgradePolicy": { "enableAutomaticOSUpgrade": true } },
        "virtualMachineProfile": {
          "osProfile": {
            "linuxConfiguration": {
              "disablePasswordAuthentication": true,
              "ssh": {
                "publicKeys": [{ "path": "/home/operator/.ssh/authorized_keys", "keyData": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample" }]
              }
            }
          },
          "storageProfile": { "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" } }
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'an older scale set',
      `resource "azurerm_virtual_machine_scale_set" "orders" {
  name                 = "orders"
  automatic_os_upgrade = false
}`,
    ),
    passes(
      'an older scale set with it',
      `resource "azurerm_virtual_machine_scale_set" "orders" {
  name                 = "orders"
  automatic_os_upgrade = true
}`,
    ),
    isNotApplicable(
      'a machine',
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
  ],
});
