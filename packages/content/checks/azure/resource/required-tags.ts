/** Tags are how a finding reaches the person who can fix it. */
import { defineCheck, fail, fails, hasTag, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Resources carry owner, environment and data-class tags', ja: '所有者・環境・データ区分のタグが付いている' },
  severity: 'low',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.governance.tagged-resource',
  why: {
    en: 'A resource nobody owns is a resource nobody patches; without tags a finding cannot reach its owner.',
    ja: '所有者の分からないリソースは誰も修正しません。タグがなければ検出結果を担当者に届けられません。',
  },
  fix: {
    summary: { en: 'Add the missing tags.', ja: '不足しているタグを追加してください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    Owner = "ec-team"
    Environment = "production"
    DataClass = "personal"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Standard_GRS" },
      "kind": "StorageV2",
      "location": "japaneast",
      "tags": { "owner": "ec-team", "environment": "production", "data-class": "public" },
      "properties": {}
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources'],
  equivalents: [],
  params: {
    requiredTags: {
      type: 'strings',
      default: ['Owner', 'Environment', 'DataClass'],
      description: {
        en: 'Tag keys that must be there; case, - and _ do not matter',
        ja: '必須のタグキー (大文字小文字と - _ の違いは無視)',
      },
    },
  },
  evaluate(resource, { requiredTags }) {
    const missing = requiredTags.filter((tag) => !hasTag(resource.tags, tag));
    if (missing.length === 0) return pass();
    return fail({
      en: `${resource.name} lacks the tag${missing.length > 1 ? 's' : ''} ${missing.join(', ')}`,
      ja: `${resource.name} にタグ ${missing.join(', ')} がありません`,
    });
  },
  examples: [
    fails(
      'no tags',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Standard_GRS" },
      "kind": "StorageV2",
      "location": "japaneast",
      "properties": {}
    }
  ]
}`,
      },
    ),
    fails(
      'one is missing',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    Owner = "ec-team"
    Environment = "production"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Standard_GRS" },
      "kind": "StorageV2",
      "location": "japaneast",
      "tags": { "Owner": "ec-team", "Environment": "production" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      'all, written otherwise',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    owner = "ec-team"
    environment = "production"
    "data-class" = "public"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Standard_GRS" },
      "kind": "StorageV2",
      "location": "japaneast",
      "tags": { "owner": "ec-team", "environment": "production", "data-class": "public" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      'other tags are required',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    CostCenter = "1200"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "Standard_GRS" },
      "kind": "StorageV2",
      "location": "japaneast",
      "tags": { "CostCenter": "1200" },
      "properties": {}
    }
  ]
}`,
        params: { requiredTags: ['CostCenter'] },
      },
    ),
    fails(
      'a load balancer without tags',
      `resource "azurerm_lb" "orders" {
  name                = "orders-lb"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Network/loadBalancers", "apiVersion": "2024-05-01", "name": "orders-lb", "location": "japaneast", "sku": { "name": "Standard" } }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "tags" {}
resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"
  tags                     = var.tags
}`,
    ),
  ],
});
