/** Ports that are open for an hour on request cannot be attacked for the other 8,759 hours of the year. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Management ports are opened just in time', ja: '管理ポートがジャストインタイムで開かれる' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.vm.machine',
  why: {
    en: 'Ports for administration that are always open are attacked all year; opened on request they are reachable for hours only.',
    ja: '常時開いた管理ポートは一年中攻撃されます。申請時だけ開けば、到達できるのは数時間だけです。',
  },
  fix: {
    summary: {
      en: 'Add the machine to a just-in-time access policy.',
      ja: 'ジャストインタイムアクセスのポリシーにマシンを追加してください。',
    },
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
    },
    {
      "type": "Microsoft.Security/locations/jitNetworkAccessPolicies",
      "apiVersion": "2024-01-01",
      "name": "japaneast/admin",
      "kind": "Basic",
      "properties": {
        "virtualMachines": [
          {
            "id": "[resourceId('Microsoft.Compute/virtualMachines', 'prd-orders-web01')]",
            "ports": [{ "number": 22, "protocol": "TCP", "allowedSourceAddressPrefix": "198.51.100.0/24", "maxRequestAccessDuration": "PT3H" }]
          }
        ]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-usage'],
  equivalents: ['prowler:vm_jit_access_enabled'],
  without: { terraform: 'azurerm has no resource for such policies; azapi resources are read as ARM' },
  evaluate(machine) {
    if (machine.isJustInTime) return pass();
    return fail({
      en: `Machine ${machine.name} is in no just-in-time access policy`,
      ja: `マシン ${machine.name} はジャストインタイムアクセスの対象ではありません`,
    });
  },
  examples: [
    fails('another machine only', {
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
    },
    {
      "type": "Microsoft.Security/locations/jitNetworkAccessPolicies",
      "apiVersion": "2024-01-01",
      "name": "japaneast/admin",
      "kind": "Basic",
      "properties": { "virtualMachines": [{ "id": "/subscriptions/s/virtualMachines/other", "ports": [] }] }
    }
  ]
}`,
    }),
    passes('in the policy', {
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
    },
    {
      "type": "Microsoft.Security/locations/jitNetworkAccessPolicies",
      "apiVersion": "2024-01-01",
      "name": "japaneast/admin",
      "kind": "Basic",
      "properties": { "virtualMachines": [{ "id": "[resourceId('Microsoft.Compute/virtualMachines', 'prd-orders-web01')]", "ports": [] }] }
    }
  ]
}`,
    }),
    isNotApplicable('no policy in the template', {
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
    }),
    isNotApplicable(
      'azurerm cannot say it',
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
    ),
  ],
});
