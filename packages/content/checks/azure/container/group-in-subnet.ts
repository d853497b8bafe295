/** In a subnet of one's own the rules of the network hold. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container groups run in a virtual network', ja: 'コンテナーグループが仮想ネットワーク内で動く' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.container.group',
  why: {
    en: 'Outside of a network neither security groups nor private endpoints apply.',
    ja: '仮想ネットワーク外では、セキュリティグループもプライベートエンドポイントも使えません。',
  },
  fix: {
    summary: { en: 'Set subnet_ids.', ja: 'subnet_ids を設定してください。' },
    terraform: `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Private"
  subnet_ids          = ["orders"]

  container {
    name   = "web"
    image  = "orders.azurecr.io/web:1.4"
    cpu    = "0.5"
    memory = "1.5"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerInstance/containerGroups",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "osType": "Linux",
        "ipAddress": { "type": "Private", "ports": [] },
        "subnetIds": [{ "id": "orders" }],
        "containers": [{ "name": "web", "properties": { "image": "orders.azurecr.io/web:1.4" } }]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-instances/container-instances-vnet'],
  equivalents: ['CKV_AZURE_98'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.hasSubnet) return pass();
    return fail({
      en: `Container group ${group.name} runs outside of a virtual network`,
      ja: `コンテナーグループ ${group.name} は仮想ネットワーク外で動いています`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Private"

  container {
    name   = "web"
    image  = "orders.azurecr.io/web:1.4"
    cpu    = "0.5"
    memory = "1.5"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerInstance/containerGroups",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "osType": "Linux",
        "ipAddress": { "type": "Private", "ports": [] },
        "containers": [{ "name": "web", "properties": { "image": "orders.azurecr.io/web:1.4" } }]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'in a subnet',
      `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Private"
  subnet_ids          = ["orders"]

  container {
    name   = "web"
    image  = "orders.azurecr.io/web:1.4"
    cpu    = "0.5"
    memory = "1.5"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerInstance/containerGroups",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "osType": "Linux",
        "ipAddress": { "type": "Private", "ports": [] },
        "subnetIds": [{ "id": "orders" }],
        "containers": [{ "name": "web", "properties": { "image": "orders.azurecr.io/web:1.4" } }]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'by a network profile in version 3',
      `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Private"
  network_profile_id  = "orders"

  container {
    name   = "web"
    image  = "orders.azurecr.io/web:1.4"
    cpu    = "0.5"
    memory = "1.5"
  }
}`,
    ),
  ],
});
