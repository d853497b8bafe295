import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key vault firewall denies by default', ja: 'Key Vault のファイアウォールが既定で拒否する' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.keyvault.vault',
  why: {
    en: 'With Allow as default the vault answers the whole internet, and lists of addresses mean nothing.',
    ja: '既定が Allow だとインターネット全体に応答し、アドレスの一覧は意味を持ちません。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'network_acls.default_action', value: 'Deny' },
        { set: 'network_acls.bypass', value: 'AzureServices', unlessThere: true },
      ],
      arm: [
        { of: ['Microsoft.KeyVault/vaults'], set: 'properties.networkAcls.defaultAction', value: 'Deny' },
        { of: ['Microsoft.KeyVault/vaults'], set: 'properties.networkAcls.bypass', value: 'AzureServices', unlessThere: true },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set default_action to Deny in network_acls, or switch public network access off.',
      ja: 'network_acls の default_action を Deny にするか、パブリックネットワークアクセスを無効にしてください。',
    },
    terraform: `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}`,
    arm: `{
  "properties": { "networkAcls": { "defaultAction": "Deny", "bypass": "AzureServices" } }
}`,
    cli: 'az keyvault update --name NAME --default-action Deny',
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/network-security'],
  equivalents: [
    'CKV_AZURE_109',
    'CKV_AZURE_189',
    'AVD-AZU-0013',
    'tfsec:azure-keyvault-specify-network-acl',
    'cloudsploit:restrictDefaultNetworkAccess',
  ],
  evaluate(vault) {
    if (vault.networkDefaultAction === 'Deny') return pass();
    return fail({ en: `Key vault ${vault.name} answers every network`, ja: `Key Vault ${vault.name} は全ネットワークに応答します` });
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
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" },
        "networkAcls": { "defaultAction": "Allow", "bypass": "AzureServices" }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
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
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" },
        "networkAcls": { "defaultAction": "Deny", "bypass": "AzureServices" }
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
      'no public network access at all',
      `resource "azurerm_key_vault" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  tenant_id                     = "00000000-0000-0000-0000-000000000000"
  sku_name                      = "standard"
  public_network_access_enabled = false
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
        "publicNetworkAccess": "disabled"
      }
    }
  ]
}`,
      },
    ),
  ],
});
