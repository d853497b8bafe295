/** A lock makes somebody think before production data is gone. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes, tagValue } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Critical resources carry delete locks', ja: '重要なリソースに削除ロックがある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.governance.lockable',
  why: {
    en: 'One wrong command or a leaked account deletes a database; a lock has to be taken away first, which is logged.',
    ja: '誤ったコマンドや漏えいしたアカウントでデータベースが消えます。ロックがあれば解除の記録が残ります。',
  },
  fix: {
    summary: {
      en: 'Add a CanNotDelete lock to the resource or its group.',
      ja: 'リソースまたはリソースグループに CanNotDelete ロックを追加してください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    Environment = "production"
  }
}

resource "azurerm_management_lock" "orders" {
  name       = "no-delete"
  scope      = azurerm_storage_account.orders.id
  lock_level = "CanNotDelete"
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
      "tags": { "Environment": "production" },
      "properties": {}
    },
    {
      "type": "Microsoft.Authorization/locks",
      "apiVersion": "2022-04-01",
      "name": "no-delete",
      "scope": "[resourceId('Microsoft.Storage/storageAccounts', 'orders')]",
      "properties": { "level": "CanNotDelete" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources'],
  equivalents: ['cloudsploit:managementLockEnabled'],
  params: {
    environments: {
      type: 'strings',
      default: ['production', 'prod', 'prd'],
      description: {
        en: 'Values of the tag Environment (or Env) of resources that need a lock',
        ja: 'ロックが必要な環境のタグ Environment (または Env) の値',
      },
    },
  },
  evaluate(resource, { environments }) {
    const environment = tagValue(resource.tags, 'Environment') ?? tagValue(resource.tags, 'Env');
    if (environment === undefined || !environments.some((each) => each.toLowerCase() === environment.toLowerCase()))
      return notApplicable({
        en: `${resource.name} is not in production by its tag`,
        ja: `${resource.name} はタグ上、本番環境ではありません`,
      });
    if (resource.isLocked) return pass();
    return fail({
      en: `${resource.name} has no delete lock, and neither has its resource group`,
      ja: `${resource.name} にもそのリソースグループにも削除ロックがありません`,
    });
  },
  examples: [
    fails(
      'production without a lock',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
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
      "tags": { "Environment": "production" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      'locked',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    Environment = "production"
  }
}
resource "azurerm_management_lock" "orders" {
  name       = "no-delete"
  scope      = azurerm_storage_account.orders.id
  lock_level = "CanNotDelete"
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
      "tags": { "Environment": "production" },
      "properties": {}
    },
    {
      "type": "Microsoft.Authorization/locks",
      "apiVersion": "2022-04-01",
      "name": "no-delete",
      "scope": "[resourceId('Microsoft.Storage/storageAccounts', 'orders')]",
      "properties": { "level": "CanNotDelete" }
    }
  ]
}`,
      },
    ),
    passes(
      'its group is locked',
      `resource "azurerm_resource_group" "orders" {
  name     = "orders"
  location = "japaneast"
}
resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = azurerm_resource_group.orders.name
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    Environment = "production"
  }
}
resource "azurerm_management_lock" "orders" {
  name       = "no-delete"
  scope      = azurerm_resource_group.orders.id
  lock_level = "CanNotDelete"
}`,
    ),
    isNotApplicable(
      'a sandbox',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    Environment = "sandbox"
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
      "tags": { "Environment": "sandbox" },
      "properties": {}
    }
  ]
}`,
      },
    ),
  ],
});
