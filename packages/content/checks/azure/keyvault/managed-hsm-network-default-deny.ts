import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Managed HSM firewall denies by default', ja: 'Managed HSM のファイアウォールが既定で拒否する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.keyvault.managed-hsm',
  why: {
    en: 'The keys in an HSM are meant for a few systems; the internet need not reach it.',
    ja: 'HSM のキーは限られたシステムのためのものです。インターネットから届く必要はありません。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'network_acls.default_action', value: 'Deny' },
        { set: 'network_acls.bypass', value: 'AzureServices', unlessThere: true },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set default_action to Deny in network_acls, or switch public network access off.',
      ja: 'network_acls の default_action を Deny にするか、パブリックネットワークアクセスを無効にしてください。',
    },
    terraform: `resource "azurerm_key_vault_managed_hardware_security_module" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "Standard_B1"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  admin_object_ids    = ["00000000-0000-0000-0000-000000000000"]
  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}`,
    arm: `{
  "properties": { "networkAcls": { "defaultAction": "Deny" } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/managed-hsm/private-link'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(hsm) {
    if (hsm.networkDefaultAction === 'Deny') return pass();
    return fail({ en: `Managed HSM ${hsm.name} answers every network`, ja: `Managed HSM ${hsm.name} は全ネットワークに応答します` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_key_vault_managed_hardware_security_module" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "Standard_B1"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  admin_object_ids    = ["00000000-0000-0000-0000-000000000000"]
  network_acls {
    default_action = "Allow"
    bypass         = "AzureServices"
  }
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
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "networkAcls": { "defaultAction": "Allow" }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_key_vault_managed_hardware_security_module" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "Standard_B1"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  admin_object_ids    = ["00000000-0000-0000-0000-000000000000"]
  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
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
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "networkAcls": { "defaultAction": "Deny" }
      }
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
