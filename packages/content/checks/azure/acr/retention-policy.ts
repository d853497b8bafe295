/** Untagged manifests are old images, with the holes of their day. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry deletes untagged manifests', ja: 'レジストリがタグなしマニフェストを削除する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: {
    en: 'Old images that nobody names can still be run, and cost storage.',
    ja: '名前のない古いイメージも実行でき、保存費用もかかります。',
  },
  fix: {
    edits: { terraform: [{ set: 'retention_policy_in_days', value: 30 }] },
    cautions: ['needs-tier', 'deletes-old-data'],
    summary: { en: 'Set a retention policy.', ja: '保持ポリシーを設定してください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  retention_policy_in_days = 30
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
      "properties": { "policies": { "retentionPolicy": { "days": 30, "status": "enabled" } } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-retention-policy'],
  equivalents: ['CKV_AZURE_167'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (registry.hasRetention) return pass();
    return fail({
      en: `Registry ${registry.name} keeps untagged manifests for ever`,
      ja: `レジストリ ${registry.name} はタグなしマニフェストを削除しません`,
    });
  },
  examples: [
    fails(
      'none',
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
    fails(
      'off in version 3',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"

  retention_policy {
    days    = 30
    enabled = false
  }
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
      "properties": { "policies": { "retentionPolicy": { "days": 30, "status": "disabled" } } }
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
  retention_policy_in_days = 30
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
      "properties": { "policies": { "retentionPolicy": { "days": 30, "status": "enabled" } } }
    }
  ]
}`,
      },
    ),
    passes(
      'on in version 3',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"

  retention_policy {
    days    = 30
    enabled = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  retention_policy_in_days = var.setting
}`,
    ),
  ],
});
