import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Blob container is private', ja: 'Blob コンテナーが非公開である' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.storage.container',
  why: {
    en: 'Anonymous access puts every blob on the internet; container level even lists their names.',
    ja: '匿名アクセスは全ての Blob をインターネットに公開し、container レベルでは名前の一覧まで見せます。',
  },
  fix: {
    edits: { terraform: [{ set: 'container_access_type', value: 'private' }] },
    cautions: ['closes-access'],
    summary: { en: 'Set container_access_type to private.', ja: 'container_access_type を private にしてください。' },
    terraform: `resource "azurerm_storage_container" "orders" {
  name                  = "orders"
  storage_account_id    = azurerm_storage_account.orders.id
  container_access_type = "private"
}`,
    arm: `{
  "properties": { "publicAccess": "None" }
}`,
    cli: 'az storage container set-permission --name NAME --account-name ACCOUNT --public-access off',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-configure'],
  equivalents: [
    'CKV_AZURE_34',
    'AVD-AZU-0007',
    'tfsec:azure-storage-no-public-access',
    'prowler:storage_blob_public_access_level_is_disabled',
    'cloudsploit:blobContainersPrivateAccess',
  ],
  evaluate(container) {
    if (container.access === 'private') return pass();
    return fail({
      en: `Container ${container.name} can be read anonymously (${container.access})`,
      ja: `コンテナー ${container.name} は匿名で読み取れます (${container.access})`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_storage_container" "orders" {
  name                  = "orders"
  storage_account_id    = azurerm_storage_account.orders.id
  container_access_type = "container"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices/containers",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default/orders",
      "properties": { "publicAccess": "Container" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_storage_container" "orders" {
  name                  = "orders"
  storage_account_id    = azurerm_storage_account.orders.id
  container_access_type = "private"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices/containers",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default/orders",
      "properties": { "publicAccess": "None" }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_storage_container" "orders" {
  name               = "orders"
  storage_account_id = azurerm_storage_account.orders.id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices/containers",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default/orders"
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in by a variable',
      `resource "azurerm_storage_container" "orders" {
  name                  = "orders"
  storage_account_id    = azurerm_storage_account.orders.id
  container_access_type = var.setting
}
variable "setting" {}`,
    ),
    fails(
      'single blobs',
      `resource "azurerm_storage_container" "orders" {
  name                  = "orders"
  storage_account_id    = azurerm_storage_account.orders.id
  container_access_type = "blob"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices/containers",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default/orders",
      "properties": { "publicAccess": "Blob" }
    }
  ]
}`,
      },
    ),
  ],
});
