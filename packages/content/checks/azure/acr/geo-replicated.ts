/** Without images nothing starts, also not in the region of last resort. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry is replicated to another region', ja: 'レジストリが別リージョンに複製される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: {
    en: 'When its region fails no cluster anywhere can pull an image.',
    ja: 'リージョン障害時に、どのクラスターもイメージを取得できなくなります。',
  },
  fix: {
    summary: { en: 'Add a georeplications block.', ja: 'georeplications ブロックを追加してください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"

  georeplications {
    location = "japanwest"
  }
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
    },
    {
      "type": "Microsoft.ContainerRegistry/registries/replications",
      "apiVersion": "2023-07-01",
      "name": "orders/japanwest",
      "location": "japanwest",
      "properties": {}
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-geo-replication'],
  equivalents: ['CKV_AZURE_165'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (registry.replicas > 0) return pass();
    return fail({
      en: `Registry ${registry.name} has no copy in another region`,
      ja: `レジストリ ${registry.name} は別リージョンに複製されていません`,
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
    passes(
      'as it should be',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"

  georeplications {
    location = "japanwest"
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
      "properties": {}
    },
    {
      "type": "Microsoft.ContainerRegistry/registries/replications",
      "apiVersion": "2023-07-01",
      "name": "orders/japanwest",
      "location": "japanwest",
      "properties": {}
    }
  ]
}`,
      },
    ),
  ],
});
