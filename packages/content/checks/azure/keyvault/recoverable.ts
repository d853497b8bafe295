import { defineCheck, fail, fails, isUnknown, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key vault has soft delete and purge protection', ja: 'Key Vault で論理的な削除と消去保護が有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.keyvault.vault',
  why: {
    en: 'Without purge protection an intruder or a wrong script deletes keys for good, and everything encrypted with them is lost.',
    ja: '消去保護がなければ、侵入者や誤ったスクリプトがキーを完全に消し、それで暗号化した全てが失われます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'purge_protection_enabled', value: true }],
      arm: [
        { of: ['Microsoft.KeyVault/vaults'], set: 'properties.enableSoftDelete', value: true, ifThere: true },
        { of: ['Microsoft.KeyVault/vaults'], set: 'properties.enablePurgeProtection', value: true },
      ],
    },
    cautions: ['irreversible'],
    summary: { en: 'Set purge_protection_enabled to true.', ja: 'purge_protection_enabled を true にしてください。' },
    terraform: `resource "azurerm_key_vault" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = true
}`,
    arm: `{
  "properties": { "enablePurgeProtection": true, "enableSoftDelete": true }
}`,
    cli: 'az keyvault update --name NAME --enable-purge-protection true',
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview'],
  equivalents: [
    'CKV_AZURE_42',
    'CKV_AZURE_110',
    'AVD-AZU-0016',
    'tfsec:azure-keyvault-no-purge',
    'prowler:keyvault_recoverable',
    'cloudsploit:kvRecoveryEnabled',
  ],
  evaluate(vault) {
    const missing = which({
      'purge protection': () => !vault.purgeProtection,
      'soft delete': () => !vault.softDelete,
    });
    if (missing === undefined) return pass();
    return fail({
      en: `Key vault ${vault.name} has no ${missing}`,
      ja: `Key Vault ${vault.name} は${missing === 'soft delete' ? '論理的な削除' : '消去保護'}が無効です`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_key_vault" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" },
        "enablePurgeProtection": false
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_key_vault" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" },
        "enablePurgeProtection": true,
        "enableSoftDelete": true
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" }
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in by a variable',
      `resource "azurerm_key_vault" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = var.setting
}
variable "setting" {}`,
    ),
    fails(
      'no soft delete',
      `resource "azurerm_key_vault" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = true
  soft_delete_enabled      = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" },
        "enablePurgeProtection": true,
        "enableSoftDelete": false
      }
    }
  ]
}`,
      },
    ),
  ],
});
