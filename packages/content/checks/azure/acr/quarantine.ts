/** An image should be looked at before somebody runs it. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'New images wait in quarantine', ja: '新しいイメージが検疫される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: {
    en: 'Without quarantine an image can be pulled before its scan has finished.',
    ja: '検疫がないと、スキャン完了前のイメージが使われます。',
  },
  fix: {
    summary: { en: 'Set quarantine_policy_enabled to true.', ja: 'quarantine_policy_enabled を true にしてください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  quarantine_policy_enabled = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": { "policies": { "quarantinePolicy": { "status": "enabled" } } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-skus'],
  equivalents: ['CKV_AZURE_166'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (registry.hasQuarantine) return pass();
    return fail({
      en: `Registry ${registry.name} has no quarantine for new images`,
      ja: `レジストリ ${registry.name} に新しいイメージの検疫がありません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  quarantine_policy_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": { "policies": { "quarantinePolicy": { "status": "enabled" } } }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  quarantine_policy_enabled = var.setting
}`,
    ),
  ],
});
