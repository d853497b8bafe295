import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Recovery Services vault protects something', ja: 'Recovery Services コンテナーが何かを保護している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.recovery.vault',
  why: {
    en: 'An empty vault looks like a backup and is none.',
    ja: '空のコンテナーはバックアップがあるように見えて、実際にはありません。',
  },
  fix: {
    summary: {
      en: 'Add an azurerm_backup_protected_vm or another protected item.',
      ja: 'azurerm_backup_protected_vm などの保護対象を追加してください。',
    },
    terraform: `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}
resource "azurerm_backup_protected_vm" "orders" {
  resource_group_name = "orders"
  recovery_vault_name = azurerm_recovery_services_vault.orders.name
  source_vm_id        = azurerm_linux_virtual_machine.orders.id
  backup_policy_id    = azurerm_backup_policy_vm.daily.id
}`,
    arm: `{
  "type": "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
  "apiVersion": "2024-04-01",
  "name": "orders/Azure/iaasvmcontainer;iaasvmcontainerv2;orders;orders/vm;iaasvmcontainerv2;orders;orders",
  "properties": {
    "protectedItemType": "Microsoft.Compute/virtualMachines",
    "policyId": "[resourceId('Microsoft.RecoveryServices/vaults/backupPolicies', 'orders', 'daily')]"
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/backup/backup-azure-recovery-services-vault-overview'],
  equivalents: ['prowler:recovery_vault_has_protected_items'],
  evaluate(vault) {
    if (vault.hasItems) return pass();
    return fail({
      en: `Nothing is backed up to vault ${vault.name}`,
      ja: `コンテナー ${vault.name} に何もバックアップされません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}
resource "azurerm_backup_protected_vm" "orders" {
  resource_group_name = "orders"
  recovery_vault_name = azurerm_recovery_services_vault.orders.name
  source_vm_id        = azurerm_linux_virtual_machine.orders.id
  backup_policy_id    = azurerm_backup_policy_vm.daily.id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "RS0", "tier": "Standard" }
    },
    {
      "type": "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
      "apiVersion": "2024-04-01",
      "name": "orders/Azure/iaasvmcontainer;iaasvmcontainerv2;orders;orders/vm;iaasvmcontainerv2;orders;orders",
      "properties": {
        "protectedItemType": "Microsoft.Compute/virtualMachines",
        "policyId": "[resourceId('Microsoft.RecoveryServices/vaults/backupPolicies', 'orders', 'daily')]"
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "RS0", "tier": "Standard" }
    }
  ]
}`,
      },
    ),
  ],
});
