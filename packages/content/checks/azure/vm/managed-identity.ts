/** A machine without an identity needs a password somewhere. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Machines use a managed identity', ja: 'マシンがマネージド ID を使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.vm.machine',
  why: {
    en: 'Without an identity programs on the machine keep keys in files, where intruders look first.',
    ja: 'ID がないと、プログラムは鍵をファイルに置き、侵入者はまずそれを探します。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
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

  identity {
    type = "SystemAssigned"
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
      "identity": { "type": "SystemAssigned" },
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
    cli: 'az vm identity assign --resource-group GROUP --name VM',
  },
  references: ['https://learn.microsoft.com/azure/active-directory/managed-identities-azure-resources/overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(machine) {
    if (machine.hasIdentity) return pass();
    return fail({ en: `Machine ${machine.name} has no managed identity`, ja: `マシン ${machine.name} にマネージド ID がありません` });
  },
  examples: [
    fails(
      'none',
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
      'with one',
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

  identity {
    type = "SystemAssigned"
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
      "identity": { "type": "SystemAssigned" },
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
