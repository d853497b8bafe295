/** Custom data can be read in the machine by everybody, and in the deployment history. */
import { defineCheck, describeCredential, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Custom data holds no credentials', ja: 'カスタムデータに認証情報が含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.vm.machine',
  why: {
    en: 'Custom data stays readable in the machine; every process and whoever breaks into one finds the credential.',
    ja: 'カスタムデータはマシン内で読める状態で残り、全プロセスと侵入者が認証情報を入手できます。',
  },
  fix: {
    summary: {
      en: 'Read secrets from Key Vault with a managed identity, and change the leaked one.',
      ja: 'マネージド ID で Key Vault から読むようにし、漏れた値は変更してください。',
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

  identity {
    type = "SystemAssigned"
  }

  custom_data = base64encode(<<-EOT
    #!/bin/bash
    az keyvault secret show --vault-name orders --name db-password
  EOT
  )
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
          },
          "customData": "[base64('#!/bin/bash\\\\napt-get update')]"
        },
        "storageProfile": { "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" } },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/virtual-machines/custom-data'],
  equivalents: ['CKV_AZURE_45', 'AVD-AZU-0037', 'tfsec:azure-compute-no-secrets-in-custom-data'],
  noFramework: 'no control mapping yet',
  evaluate(machine) {
    const credential = machine.customDataCredential;
    if (!credential) return pass();
    const { line } = credential;
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Custom data of ${machine.name} holds ${en} (line ${line} of the text)`,
      ja: `${machine.name} のカスタムデータに${ja}が含まれています (${line} 行目)`,
    });
  },
  examples: [
    fails(
      'a password',
      `resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = ["orders-nic"]
  custom_data = base64encode("#!/bin/bash\\nexport DB_PASSWORD=\${join("", ["kM8", "vRt2", "wQz"])}")

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
    fails('a password in a template', {
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
          },
          "customData": "[base64(concat('export DB_PASSWORD=', 'kM8', 'vRt2wQz'))]"
        },
        "storageProfile": { "imageReference": { "publisher": "Canonical", "offer": "ubuntu-24_04-lts", "sku": "server", "version": "latest" } },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    }
  ]
}`,
    }),
    passes(
      'nothing secret',
      `resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = ["orders-nic"]
  custom_data = base64encode("#!/bin/bash\\napt-get update")

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
          },
          "customData": "[base64('#!/bin/bash\\\\napt-get update')]"
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
    isUnknown(
      'handed in',
      `variable "script" {}
resource "azurerm_linux_virtual_machine" "orders" {
  name                  = "prd-orders-web01"
  location              = "japaneast"
  resource_group_name   = "orders"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  network_interface_ids = ["orders-nic"]
  custom_data = var.script

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
