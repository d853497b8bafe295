/** One password for everybody, which may push and delete. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry admin user is off', ja: 'レジストリの管理者ユーザーが無効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: {
    en: 'The admin user is one shared password with all rights; nobody knows who used it.',
    ja: '管理者ユーザーは全権限を持つ共有パスワードで、誰が使ったか分かりません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'admin_enabled', value: false }],
      arm: [{ of: ['Microsoft.ContainerRegistry/registries'], set: 'properties.adminUserEnabled', value: false }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set admin_enabled to false and use identities.', ja: 'admin_enabled を false にし、ID で認証してください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  admin_enabled       = false
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
      "properties": { "adminUserEnabled": false }
    }
  ]
}`,
    cli: 'az acr update --name REGISTRY --admin-enabled false',
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-authentication'],
  equivalents: ['CKV_AZURE_137', 'prowler:containerregistry_admin_user_disabled', 'cloudsploit:acrAdminUser'],
  evaluate(registry) {
    if (!registry.hasAdminUser) return pass();
    return fail({
      en: `Registry ${registry.name} has its admin user switched on`,
      ja: `レジストリ ${registry.name} の管理者ユーザーが有効です`,
    });
  },
  examples: [
    fails(
      'on',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  admin_enabled       = true
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
      "properties": { "adminUserEnabled": true }
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
  admin_enabled       = false
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
      "properties": { "adminUserEnabled": false }
    }
  ]
}`,
      },
    ),
    passes(
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
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  admin_enabled       = var.setting
}`,
    ),
  ],
});
