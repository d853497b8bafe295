/** A container on the internet has no gateway, no firewall and no second chance. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container groups have no public address', ja: 'コンテナーグループにパブリックアドレスがない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.container.group',
  why: {
    en: 'Every port of the group is open to everybody; security groups do not apply to public groups.',
    ja: '公開グループの全ポートは誰にでも開き、セキュリティグループも適用されません。',
  },
  fix: {
    summary: { en: 'Set ip_address_type to Private or None.', ja: 'ip_address_type を Private または None にしてください。' },
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
  references: ['https://learn.microsoft.com/azure/container-instances/container-instances-virtual-network-concepts'],
  equivalents: ['CKV_AZURE_245'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.ipAddress.toLowerCase() !== 'public') return pass();
    return fail({
      en: `Container group ${group.name} has a public address`,
      ja: `コンテナーグループ ${group.name} にパブリックアドレスがあります`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Public"

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
        "ipAddress": { "type": "Public", "ports": [] },
        "containers": [{ "name": "web", "properties": { "image": "orders.azurecr.io/web:1.4" } }]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written is public for azurerm',
      `resource "azurerm_container_group" "orders" {
  name    = "orders"
  os_type = "Linux"
}`,
    ),
    passes(
      'private',
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
    isUnknown(
      'handed in',
      `variable "kind" {}
resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = var.kind
  subnet_ids          = ["orders"]

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
