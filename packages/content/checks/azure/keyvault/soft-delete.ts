import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key vault has soft delete', ja: 'Key Vault で論理的な削除が有効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.keyvault.vault',
  why: {
    en: 'A vault without soft delete forgets a deleted key at once.',
    ja: '論理的な削除がない Key Vault は、削除したキーを即座に失います。',
  },
  fix: {
    summary: {
      en: 'Remove soft_delete_enabled = false; soft delete is on by default.',
      ja: 'soft_delete_enabled = false を削除してください (既定で有効です)。',
    },
    terraform: `resource "azurerm_key_vault" "orders" {
  name                       = "orders"
  resource_group_name        = "orders"
  location                   = "japaneast"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  soft_delete_retention_days = 90
}`,
    arm: `{
  "properties": { "enableSoftDelete": true, "softDeleteRetentionInDays": 90 }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview'],
  equivalents: ['CKV_AZURE_111'],
  noFramework: 'no control mapping yet',
  evaluate(vault) {
    if (vault.softDelete) return pass();
    return fail({ en: `Key vault ${vault.name} switches soft delete off`, ja: `Key Vault ${vault.name} は論理的な削除を無効にしています` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
  soft_delete_enabled = false
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
        "enableSoftDelete": false
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_key_vault" "orders" {
  name                       = "orders"
  resource_group_name        = "orders"
  location                   = "japaneast"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  soft_delete_retention_days = 90
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
        "enableSoftDelete": true,
        "softDeleteRetentionInDays": 90
      }
    }
  ]
}`,
      },
    ),
    passes(
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
  ],
});
