import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Recovery Services vault keeps deleted backups', ja: 'Recovery Services コンテナーが削除したバックアップを保持する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.recovery.vault',
  why: {
    en: 'Soft delete keeps a deleted backup for two weeks, for when it was not you who deleted it.',
    ja: '論理的な削除があれば、他人に消されたバックアップも 2 週間は取り戻せます。',
  },
  fix: {
    edits: { terraform: [{ set: 'soft_delete_enabled', value: true }] },
    cautions: ['irreversible'],
    summary: { en: 'Remove soft_delete_enabled = false.', ja: 'soft_delete_enabled = false を削除してください。' },
    terraform: `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  soft_delete_enabled = true
}`,
    arm: `{
  "properties": { "securitySettings": { "softDeleteSettings": { "softDeleteState": "Enabled" } } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/backup/backup-azure-security-feature-cloud'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(vault) {
    if (vault.softDelete) return pass();
    return fail({
      en: `Vault ${vault.name} forgets deleted backups at once`,
      ja: `コンテナー ${vault.name} は削除したバックアップを即座に失います`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  soft_delete_enabled = false
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
      "sku": { "name": "RS0", "tier": "Standard" },
      "properties": { "securitySettings": { "softDeleteSettings": { "softDeleteState": "Disabled" } } }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  soft_delete_enabled = true
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
      "sku": { "name": "RS0", "tier": "Standard" },
      "properties": { "securitySettings": { "softDeleteSettings": { "softDeleteState": "Enabled" } } }
    }
  ]
}`,
      },
    ),
    passes(
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
