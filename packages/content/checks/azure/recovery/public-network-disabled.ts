import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the Recovery Services vault is off',
    ja: 'Recovery Services コンテナーへのパブリックネットワークアクセスが無効である',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.recovery.vault',
  why: {
    en: 'Backups hold everything the systems hold; they should be reachable from where the systems are only.',
    ja: 'バックアップにはシステムの全てが含まれます。システムのある場所からだけ届くべきです。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_recovery_services_vault" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "Standard"
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/backup/private-endpoints-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(vault) {
    if (!vault.publicNetworkAccess) return pass();
    return fail({
      en: `Recovery Services vault ${vault.name} is reachable from public networks`,
      ja: `Recovery Services コンテナー ${vault.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "Standard"
  public_network_access_enabled = true
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
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku                           = "Standard"
  public_network_access_enabled = false
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
      "properties": { "publicNetworkAccess": "Disabled" }
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
