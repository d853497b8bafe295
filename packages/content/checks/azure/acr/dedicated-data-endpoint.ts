/** Firewalls that must allow all of Azure storage let data out anywhere. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry has a data endpoint of its own', ja: 'レジストリに専用データエンドポイントがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: {
    en: 'Without it clients need *.blob.core.windows.net, through which data can leave to any account.',
    ja: '専用エンドポイントがないと *.blob.core.windows.net の許可が必要になり、任意のアカウントへの持ち出し経路になります。',
  },
  fix: {
    edits: { terraform: [{ set: 'data_endpoint_enabled', value: true }] },
    cautions: ['may-replace', 'needs-tier'],
    summary: { en: 'Set data_endpoint_enabled to true.', ja: 'data_endpoint_enabled を true にしてください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  data_endpoint_enabled = true
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
      "properties": { "dataEndpointEnabled": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-dedicated-data-endpoints'],
  equivalents: ['CKV_AZURE_237'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (registry.hasDataEndpoint) return pass();
    return fail({
      en: `Registry ${registry.name} has no data endpoint of its own`,
      ja: `レジストリ ${registry.name} に専用データエンドポイントがありません`,
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
  data_endpoint_enabled = true
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
      "properties": { "dataEndpointEnabled": true }
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
  data_endpoint_enabled = var.setting
}`,
    ),
  ],
});
