import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Recovery Services vault has a managed identity', ja: 'Recovery Services コンテナーにマネージド ID がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.recovery.vault',
  why: {
    en: 'With an identity of its own the vault reaches keys and storage without a stored secret.',
    ja: '独自の ID があれば、保存された資格情報なしでキーやストレージに届きます。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
    terraform: `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  identity {
    type = "SystemAssigned"
  }
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/backup/encryption-at-rest-with-cmk'],
  equivalents: ['CKV2_AZURE_35'],
  noFramework: 'no control mapping yet',
  evaluate(vault) {
    if (vault.identity) return pass();
    return fail({
      en: `Recovery Services vault ${vault.name} has no managed identity`,
      ja: `Recovery Services コンテナー ${vault.name} にマネージド ID がありません`,
    });
  },
  examples: [
    fails('off', {
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
      "identity": { "type": "None" }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_recovery_services_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Standard"
  identity {
    type = "SystemAssigned"
  }
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
      "identity": { "type": "SystemAssigned" }
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
