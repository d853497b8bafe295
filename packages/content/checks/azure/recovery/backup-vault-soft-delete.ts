import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Backup vault keeps deleted backups', ja: 'バックアップコンテナーが削除したバックアップを保持する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.recovery.backup-vault',
  why: {
    en: 'Soft delete gives back a backup that somebody else deleted.',
    ja: '論理的な削除があれば、他人に消されたバックアップを取り戻せます。',
  },
  fix: {
    edits: { terraform: [{ set: 'soft_delete', value: 'On' }] },
    cautions: ['irreversible'],
    summary: { en: 'Remove soft_delete = "Off".', ja: 'soft_delete = "Off" を削除してください。' },
    terraform: `resource "azurerm_data_protection_backup_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  datastore_type      = "VaultStore"
  redundancy          = "ZoneRedundant"
  soft_delete         = "On"
}`,
    arm: `{
  "properties": { "securitySettings": { "softDeleteSettings": { "state": "On" } } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/backup/backup-azure-enhanced-soft-delete-about'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(vault) {
    if (vault.softDelete) return pass();
    return fail({
      en: `Backup vault ${vault.name} forgets deleted backups at once`,
      ja: `バックアップコンテナー ${vault.name} は削除したバックアップを即座に失います`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_data_protection_backup_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  datastore_type      = "VaultStore"
  redundancy          = "ZoneRedundant"
  soft_delete         = "Off"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataProtection/backupVaults",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "storageSettings": [{"datastoreType": "VaultStore", "type": "ZoneRedundant"}],
        "securitySettings": { "softDeleteSettings": { "state": "Off" } }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_data_protection_backup_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  datastore_type      = "VaultStore"
  redundancy          = "ZoneRedundant"
  soft_delete         = "On"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataProtection/backupVaults",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "storageSettings": [{"datastoreType": "VaultStore", "type": "ZoneRedundant"}],
        "securitySettings": { "softDeleteSettings": { "state": "On" } }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_data_protection_backup_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  datastore_type      = "VaultStore"
  redundancy          = "ZoneRedundant"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataProtection/backupVaults",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "storageSettings": [{"datastoreType": "VaultStore", "type": "ZoneRedundant"}] }
    }
  ]
}`,
      },
    ),
  ],
});
