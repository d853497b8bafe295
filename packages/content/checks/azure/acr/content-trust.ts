/** A signature says who built the image that is about to run. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry has content trust on', ja: 'レジストリでコンテンツの信頼が有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: {
    en: 'Without signatures nobody notices an image that was exchanged.',
    ja: '署名がないと、イメージがすり替えられても気づけません。',
  },
  fix: {
    edits: { terraform: [{ set: 'trust_policy_enabled', value: true }] },
    cautions: ['needs-tier'],
    summary: { en: 'Enable the trust policy, or sign with Notation.', ja: '信頼ポリシーを有効にするか、Notation で署名してください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  trust_policy_enabled = true
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
      "properties": { "policies": { "trustPolicy": { "type": "Notary", "status": "enabled" } } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-content-trust'],
  equivalents: ['CKV_AZURE_164'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (registry.hasTrustPolicy) return pass();
    return fail({ en: `Registry ${registry.name} has no content trust`, ja: `レジストリ ${registry.name} でコンテンツの信頼が無効です` });
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
    fails(
      'off in version 3',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"

  trust_policy {
    enabled = false
  }
}`,
    ),
    passes(
      'as it should be',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  trust_policy_enabled = true
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
      "properties": { "policies": { "trustPolicy": { "type": "Notary", "status": "enabled" } } }
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

  trust_policy {
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
  trust_policy_enabled = var.setting
}`,
    ),
  ],
});
