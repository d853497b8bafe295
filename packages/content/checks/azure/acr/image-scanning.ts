/** Scanning on push and private endpoints need at least the standard tier. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry is of a tier with image scanning', ja: 'レジストリがスキャン可能な価格レベルである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: {
    en: 'The basic tier lacks what production needs: throughput, storage, and features for vulnerability assessment.',
    ja: 'Basic には本番に必要な性能・容量・脆弱性評価の機能が足りません。',
  },
  fix: {
    summary: { en: 'Use Standard or Premium.', ja: 'Standard または Premium を使ってください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
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
      "properties": {}
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-skus'],
  equivalents: ['CKV_AZURE_163'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (['standard', 'premium'].includes((registry.sku ?? '').toLowerCase())) return pass();
    return fail({
      en: `Registry ${registry.name} is of a tier without image scanning`,
      ja: `レジストリ ${registry.name} の価格レベルではイメージスキャンが使えません`,
    });
  },
  examples: [
    fails(
      'basic',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Basic"
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
      "sku": { "name": "Basic" },
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
      'standard',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Standard"
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
      "sku": { "name": "Standard" },
      "properties": {}
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
  sku = var.setting
}`,
    ),
  ],
});
