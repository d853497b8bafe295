import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Managed HSM cannot be purged', ja: 'Managed HSM を完全削除できない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.keyvault.managed-hsm',
  why: {
    en: 'Keys of an HSM guard the most important data; purged, they and that data are gone.',
    ja: 'HSM のキーは最重要データを守ります。完全削除されると、キーもデータも失われます。',
  },
  fix: {
    edits: { terraform: [{ set: 'purge_protection_enabled', value: true }] },
    cautions: ['may-replace', 'irreversible'],
    summary: { en: 'Set purge_protection_enabled to true.', ja: 'purge_protection_enabled を true にしてください。' },
    terraform: `resource "azurerm_key_vault_managed_hardware_security_module" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  sku_name                 = "Standard_B1"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  admin_object_ids         = ["00000000-0000-0000-0000-000000000000"]
  purge_protection_enabled = true
}`,
    arm: `{
  "properties": { "enablePurgeProtection": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/managed-hsm/soft-delete-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(hsm) {
    if (hsm.purgeProtection) return pass();
    return fail({ en: `Managed HSM ${hsm.name} can be purged`, ja: `Managed HSM ${hsm.name} は完全に削除できます` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_key_vault_managed_hardware_security_module" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  sku_name                 = "Standard_B1"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  admin_object_ids         = ["00000000-0000-0000-0000-000000000000"]
  purge_protection_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/managedHSMs",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "family": "B", "name": "Standard_B1" },
      "properties": { "tenantId": "00000000-0000-0000-0000-000000000000", "enablePurgeProtection": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_key_vault_managed_hardware_security_module" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  sku_name                 = "Standard_B1"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  admin_object_ids         = ["00000000-0000-0000-0000-000000000000"]
  purge_protection_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/managedHSMs",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "family": "B", "name": "Standard_B1" },
      "properties": { "tenantId": "00000000-0000-0000-0000-000000000000", "enablePurgeProtection": true }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_key_vault_managed_hardware_security_module" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "Standard_B1"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  admin_object_ids    = ["00000000-0000-0000-0000-000000000000"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/managedHSMs",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "family": "B", "name": "Standard_B1" },
      "properties": { "tenantId": "00000000-0000-0000-0000-000000000000" }
    }
  ]
}`,
      },
    ),
  ],
});
