/** Something on the machine must notice malware when it starts. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

/** Publisher and type of extensions that protect. */
const protections: readonly (readonly [string, string])[] = [
  ['Microsoft.Azure.Security', 'IaaSAntimalware'],
  ['Microsoft.Azure.AzureDefenderForServers', 'MDE.Linux'],
  ['Microsoft.Azure.AzureDefenderForServers', 'MDE.Windows'],
];

export const check = defineCheck({
  title: { en: 'Endpoint protection is installed', ja: 'エンドポイント保護がインストールされている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.vm.machine',
  why: {
    en: 'Malware that runs on an unprotected machine is noticed by nobody until it has spread.',
    ja: '保護のないマシンで動くマルウェアは、広がるまで誰にも気づかれません。',
  },
  fix: {
    summary: {
      en: 'Install Microsoft Defender for Endpoint or Antimalware as an extension that keeps itself up to date.',
      ja: 'Microsoft Defender for Endpoint または Antimalware を、自動更新される拡張機能としてインストールしてください。',
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
}

resource "azurerm_virtual_machine_extension" "protection" {
  name                       = "protection"
  virtual_machine_id         = azurerm_linux_virtual_machine.orders.id
  publisher                  = "Microsoft.Azure.AzureDefenderForServers"
  type                       = "MDE.Linux"
  type_handler_version       = "1.0"
  auto_upgrade_minor_version = true
}`,
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
          "imageReference": { "publisher": "MicrosoftWindowsServer", "offer": "WindowsServer", "sku": "2025-datacenter", "version": "latest" }
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    },
    {
      "type": "Microsoft.Compute/virtualMachines/extensions",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-app01/protection",
      "properties": {
        "publisher": "Microsoft.Azure.Security", "type": "IaaSAntimalware", "typeHandlerVersion": "1.0",
        "autoUpgradeMinorVersion": true
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/integration-defender-for-endpoint'],
  equivalents: ['CKV2_AZURE_10', 'prowler:defender_assessments_vm_endpoint_protection_installed', 'cloudsploit:monitorEndpointProtection'],
  evaluate(machine) {
    const found = find(
      machine.extensions,
      (extension) =>
        protections.some(([publisher, kind]) => publisher === extension.publisher && kind === extension.kind) &&
        extension.autoUpgradesMinor,
    );
    if (found) return pass();
    return fail({
      en: `Machine ${machine.name} has no endpoint protection that updates itself`,
      ja: `マシン ${machine.name} に自動更新されるエンドポイント保護がありません`,
    });
  },
  examples: [
    fails(
      'no extension',
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
    fails(
      'only a script',
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
}
resource "azurerm_virtual_machine_extension" "protection" {
  name                       = "protection"
  virtual_machine_id         = azurerm_linux_virtual_machine.orders.id
  publisher                  = "Microsoft.Azure.Extensions"
  type                       = "CustomScript"
  type_handler_version       = "1.0"
  auto_upgrade_minor_version = true
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
    },
    {
      "type": "Microsoft.Compute/virtualMachines/extensions",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01/protection",
      "properties": {
        "publisher": "Microsoft.Azure.Extensions", "type": "CustomScript", "typeHandlerVersion": "1.0",
        "autoUpgradeMinorVersion": true
      }
    }
  ]
}`,
      },
    ),
    fails(
      'it does not update itself',
      `resource "azurerm_windows_virtual_machine" "orders" {
  name                  = "prd-orders-app01"
  location              = "japaneast"
  resource_group_name   = "orders"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  admin_password        = random_password.admin.result
  network_interface_ids = ["orders-nic"]

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2025-datacenter"
    version   = "latest"
  }
}
resource "azurerm_virtual_machine_extension" "protection" {
  name                       = "protection"
  virtual_machine_id         = azurerm_windows_virtual_machine.orders.id
  publisher                  = "Microsoft.Azure.Security"
  type                       = "IaaSAntimalware"
  type_handler_version       = "1.0"
  auto_upgrade_minor_version = false
}`,
      {
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
          "imageReference": { "publisher": "MicrosoftWindowsServer", "offer": "WindowsServer", "sku": "2025-datacenter", "version": "latest" }
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    },
    {
      "type": "Microsoft.Compute/virtualMachines/extensions",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-app01/protection",
      "properties": {
        "publisher": "Microsoft.Azure.Security", "type": "IaaSAntimalware", "typeHandlerVersion": "1.0",
        "autoUpgradeMinorVersion": false
      }
    }
  ]
}`,
      },
    ),
    passes(
      'Antimalware',
      `resource "azurerm_windows_virtual_machine" "orders" {
  name                  = "prd-orders-app01"
  location              = "japaneast"
  resource_group_name   = "orders"
  size                  = "Standard_D2s_v5"
  admin_username        = "operator"
  admin_password        = random_password.admin.result
  network_interface_ids = ["orders-nic"]

  source_image_reference {
    publisher = "MicrosoftWindowsServer"
    offer     = "WindowsServer"
    sku       = "2025-datacenter"
    version   = "latest"
  }
}
resource "azurerm_virtual_machine_extension" "protection" {
  name                       = "protection"
  virtual_machine_id         = azurerm_windows_virtual_machine.orders.id
  publisher                  = "Microsoft.Azure.Security"
  type                       = "IaaSAntimalware"
  type_handler_version       = "1.0"
  auto_upgrade_minor_version = true
}`,
      {
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
          "imageReference": { "publisher": "MicrosoftWindowsServer", "offer": "WindowsServer", "sku": "2025-datacenter", "version": "latest" }
        },
        "networkProfile": { "networkInterfaces": [{ "id": "orders-nic" }] }
      }
    },
    {
      "type": "Microsoft.Compute/virtualMachines/extensions",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-app01/protection",
      "properties": {
        "publisher": "Microsoft.Azure.Security", "type": "IaaSAntimalware", "typeHandlerVersion": "1.0",
        "autoUpgradeMinorVersion": true
      }
    }
  ]
}`,
      },
    ),
    passes(
      'Defender for Endpoint',
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
}
resource "azurerm_virtual_machine_extension" "protection" {
  name                       = "protection"
  virtual_machine_id         = azurerm_linux_virtual_machine.orders.id
  publisher                  = "Microsoft.Azure.AzureDefenderForServers"
  type                       = "MDE.Linux"
  type_handler_version       = "1.0"
  auto_upgrade_minor_version = true
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
    },
    {
      "type": "Microsoft.Compute/virtualMachines/extensions",
      "apiVersion": "2024-07-01",
      "name": "prd-orders-web01/protection",
      "properties": {
        "publisher": "Microsoft.Azure.AzureDefenderForServers", "type": "MDE.Linux", "typeHandlerVersion": "1.0",
        "autoUpgradeMinorVersion": true
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'the kind is handed in',
      `variable "kind" {}
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
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }
}
resource "azurerm_virtual_machine_extension" "protection" {
  name                       = "protection"
  virtual_machine_id         = azurerm_linux_virtual_machine.orders.id
  publisher                  = "Microsoft.Azure.Security"
  type                       = var.kind
  type_handler_version       = "1.0"
  auto_upgrade_minor_version = true
}`,
    ),
  ],
});
