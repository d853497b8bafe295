/** A container without an identity needs a password somewhere. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container groups use a managed identity', ja: 'コンテナーグループがマネージド ID を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.container.group',
  why: {
    en: 'Without an identity passwords stand in the definition of the group.',
    ja: 'ID がないと、パスワードがグループの定義に置かれます。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
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

  identity {
    type = "SystemAssigned"
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
      "identity": { "type": "SystemAssigned" },
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
  references: ['https://learn.microsoft.com/azure/container-instances/container-instances-managed-identity'],
  equivalents: ['CKV2_AZURE_28'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.hasIdentity) return pass();
    return fail({
      en: `Container group ${group.name} has no managed identity`,
      ja: `コンテナーグループ ${group.name} にマネージド ID がありません`,
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
      'with one',
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
      "type": "Microsoft.ContainerInstance/containerGroups",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "identity": { "type": "SystemAssigned" },
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
  ],
});
