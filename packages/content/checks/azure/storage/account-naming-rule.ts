/** A storage account whose name fits no rule is often left over from a service that was shut down. */
import { defineCheck, fails, grammarOnlyParams, isNotApplicable, isUnknown, judgeName, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage accounts follow the naming rule', ja: 'ストレージアカウントの名前が命名規則に従っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.storage.account-name',
  why: {
    en: 'A name outside the rule shows what was made by mistake, for a test or by somebody else; such things hold data that nobody looks after.',
    ja: '規則外の名前は、誤って、試験のために、あるいは他人が作ったものの手がかりです。そうしたものに残るデータは誰も見ていません。',
  },
  fix: {
    summary: {
      en: 'Name it by the rule when it is made next; until then, list it as an exception with an owner, or delete it when nobody needs it.',
      ja: '次に作り直すときに規則に沿った名前にしてください。それまでは所有者を決めて例外に登録し、不要なら削除してください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                     = "prdorders01"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  # ...
}`,
    arm: `{ "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "prdorders01", "location": "japaneast", "kind": "StorageV2", "sku": { "name": "Standard_ZRS" }, "properties": {} }`,
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules'],
  equivalents: [],
  noFramework: 'a rule of your own: it is judged only where a grammar is configured',
  params: grammarOnlyParams,
  evaluate: (account, params) => judgeName(account, params, { en: 'Storage account', ja: 'ストレージアカウント' }),
  examples: [
    fails(
      'a word for the environment that is not allowed',
      `resource "azurerm_storage_account" "orders" {
  name                     = "prodorders01"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "prodorders01", "location": "japaneast", "kind": "StorageV2", "sku": { "name": "Standard_ZRS" }, "properties": {} }
  ]
}`,
        params: { grammar: ['{env}orders{nn}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    fails(
      'another form',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "orders", "location": "japaneast", "kind": "StorageV2", "sku": { "name": "Standard_ZRS" }, "properties": {} }
  ]
}`,
        params: { grammar: ['{env}orders{nn}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    passes(
      'as the rule says',
      `resource "azurerm_storage_account" "orders" {
  name                     = "prdorders01"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "prdorders01", "location": "japaneast", "kind": "StorageV2", "sku": { "name": "Standard_ZRS" }, "properties": {} }
  ]
}`,
        params: { grammar: ['{env}orders{nn}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    passes(
      'in an environment that the rule is for',
      `resource "azurerm_storage_account" "orders" {
  name                     = "prdorders01"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  tags = {
    Environment = "production"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "prdorders01", "location": "japaneast", "tags": { "Environment": "production" }, "kind": "StorageV2", "sku": { "name": "Standard_ZRS" }, "properties": {} }
  ]
}`,
        params: { grammar: ['{env}orders{nn}'], tokens: ['env=prd|stg|dev'], environments: ['production'] },
      },
    ),
    isNotApplicable(
      'an environment that the rule is not for',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  tags = {
    Environment = "sandbox"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "orders", "location": "japaneast", "tags": { "Environment": "sandbox" }, "kind": "StorageV2", "sku": { "name": "Standard_ZRS" }, "properties": {} }
  ]
}`,
        params: { grammar: ['{env}orders{nn}'], tokens: ['env=prd|stg|dev'], environments: ['production'] },
      },
    ),
    isNotApplicable(
      'no grammar is configured',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "orders", "location": "japaneast", "kind": "StorageV2", "sku": { "name": "Standard_ZRS" }, "properties": {} }
  ]
}`,
      },
    ),
    isUnknown(
      'the name is handed in',
      `variable "label" {}
resource "azurerm_storage_account" "orders" {
  name                     = var.label
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}`,
      { params: { grammar: ['{env}orders{nn}'], tokens: ['env=prd|stg|dev'] } },
    ),
  ],
});
