import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Recovery Services vault is immutable', ja: 'Recovery Services コンテナーが変更不可である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.recovery.vault',
  why: {
    en: 'Ransomware deletes backups first; an immutable vault refuses, whoever asks.',
    ja: 'ランサムウェアはまずバックアップを消します。変更不可のコンテナーは誰の要求でも拒みます。',
  },
  fix: {
    summary: {
      en: 'Set immutability to Locked (or Unlocked while testing).',
      ja: 'immutability を Locked (試験中は Unlocked) にしてください。',
    },
    terraform: `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  immutability        = "Locked"
}`,
    arm: `{
  "properties": { "securitySettings": { "immutabilitySettings": { "state": "Locked" } } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/backup/backup-azure-immutable-vault-concept'],
  equivalents: [],
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
      `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  immutability        = "Disabled"
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
      "properties": { "securitySettings": { "immutabilitySettings": { "state": "Disabled" } } }
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
  immutability        = "Locked"
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
      "properties": { "securitySettings": { "immutabilitySettings": { "state": "Locked" } } }
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
