import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Backup vault is immutable', ja: 'バックアップコンテナーが変更不可である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.recovery.backup-vault',
  why: {
    en: 'Whoever takes over an account deletes backups before asking for money; an immutable vault refuses.',
    ja: '乗っ取った者は金銭を要求する前にバックアップを消します。変更不可のコンテナーは拒みます。',
  },
  fix: {
    summary: { en: 'Set immutability to Locked.', ja: 'immutability を Locked にしてください。' },
    terraform: `resource "azurerm_data_protection_backup_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  datastore_type      = "VaultStore"
  redundancy          = "ZoneRedundant"
  immutability        = "Locked"
}`,
    arm: `{
  "properties": { "securitySettings": { "immutabilitySettings": { "state": "Locked" } } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/backup/backup-azure-immutable-vault-concept'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(vault) {
    if (['Locked', 'Unlocked'].includes(vault.immutability)) return pass();
    return fail({
      en: `Backups in vault ${vault.name} can be deleted before their time`,
      ja: `コンテナー ${vault.name} のバックアップは期限前に削除できます`,
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
  immutability        = "Disabled"
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
        "securitySettings": { "immutabilitySettings": { "state": "Disabled" } }
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
  immutability        = "Locked"
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
        "securitySettings": { "immutabilitySettings": { "state": "Locked" } }
      }
    }
  ]
}`,
      },
    ),
    fails(
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
