/** A data center can fail; a region seldom does. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry is spread over zones', ja: 'レジストリが可用性ゾーンに分散している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: { en: 'In one zone the registry is gone together with it.', ja: '1 つのゾーンだけではゾーン障害で使えなくなります。' },
  fix: {
    summary: { en: 'Set zone_redundancy_enabled to true.', ja: 'zone_redundancy_enabled を true にしてください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  zone_redundancy_enabled = true
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
      "properties": { "zoneRedundancy": "Enabled" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/zone-redundancy'],
  equivalents: ['CKV_AZURE_233'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (registry.isZoneRedundant) return pass();
    return fail({
      en: `Registry ${registry.name} is not spread over zones`,
      ja: `レジストリ ${registry.name} は可用性ゾーンに分散していません`,
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
    fails(
      'its copy is not',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  zone_redundancy_enabled = true

  georeplications {
    location = "japanwest"
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
  zone_redundancy_enabled = true
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
      "properties": { "zoneRedundancy": "Enabled" }
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
  zone_redundancy_enabled = var.setting
}`,
    ),
  ],
});
