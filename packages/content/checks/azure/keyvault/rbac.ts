import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key vault decides access by Azure RBAC', ja: 'Key Vault のアクセスを Azure RBAC で判定する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.keyvault.vault',
  why: {
    en: 'Access policies apply to the whole vault and can be changed by any contributor, who thereby reads every secret.',
    ja: 'アクセスポリシーは Key Vault 全体に及び、共同作成者なら書き換えて全シークレットを読めます。',
  },
  fix: {
    edits: {
      terraform: [[{ set: 'enable_rbac_authorization', value: true, ifThere: true }], [{ set: 'rbac_authorization_enabled', value: true }]],
      arm: [{ of: ['Microsoft.KeyVault/vaults'], set: 'properties.enableRbacAuthorization', value: true }],
    },
    cautions: ['changes-permissions'],
    summary: {
      en: 'Set rbac_authorization_enabled to true (enable_rbac_authorization before azurerm 4.42).',
      ja: 'rbac_authorization_enabled (azurerm 4.42 より前は enable_rbac_authorization) を true にしてください。',
    },
    terraform: `resource "azurerm_key_vault" "orders" {
  name                       = "orders"
  resource_group_name        = "orders"
  location                   = "japaneast"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = true
}`,
    arm: `{
  "properties": { "enableRbacAuthorization": true }
}`,
    cli: 'az keyvault update --name NAME --enable-rbac-authorization true',
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/rbac-guide'],
  equivalents: ['prowler:keyvault_rbac_enabled'],
  evaluate(vault) {
    if (vault.rbac) return pass();
    return fail({ en: `Key vault ${vault.name} uses access policies`, ja: `Key Vault ${vault.name} はアクセスポリシー方式です` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_key_vault" "orders" {
  name                       = "orders"
  resource_group_name        = "orders"
  location                   = "japaneast"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  rbac_authorization_enabled = false
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
        "enableRbacAuthorization": false
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
  rbac_authorization_enabled = true
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
        "enableRbacAuthorization": true
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
    passes(
      'the older name',
      `resource "azurerm_key_vault" "orders" {
  name                      = "orders"
  resource_group_name       = "orders"
  location                  = "japaneast"
  tenant_id                 = "00000000-0000-0000-0000-000000000000"
  sku_name                  = "standard"
  enable_rbac_authorization = true
}`,
    ),
    passes('not written in an API version that defaults to RBAC', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2026-02-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" }
      }
    }
  ]
}`,
    }),
  ],
});
