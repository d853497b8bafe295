/** Laws and contracts say where personal data may be kept. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes, tagValue } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Regulated data stays in approved regions', ja: '規制対象データが承認済みリージョンにとどまる' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.governance.data-store',
  why: {
    en: 'Personal data in a region that law, contract or policy does not allow is a breach of rules even when nobody steals it.',
    ja: '法令・契約・規程が認めないリージョンに個人データを置くことは、漏えいがなくても違反になります。',
  },
  fix: {
    summary: {
      en: 'Move the resource to an approved region, or class its data correctly.',
      ja: '承認済みリージョンに移すか、データ区分を正しく付け直してください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
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
      "location": "Japan East",
      "tags": { "DataClass": "personal" },
      "properties": {}
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies'],
  equivalents: [],
  params: {
    approvedRegions: {
      type: 'strings',
      default: ['japaneast', 'japanwest'],
      description: { en: 'Regions where regulated data may be', ja: '規制対象データを置いてよいリージョン' },
    },
    classTag: { type: 'strings', default: ['DataClass'], description: { en: 'Tag that classes the data', ja: 'データ区分のタグキー' } },
    regulatedClasses: {
      type: 'strings',
      default: ['personal', 'confidential', 'restricted', 'pii', 'phi', 'pci'],
      description: { en: 'Values of that tag that are regulated, lower case', ja: '規制対象とみなすタグの値 (小文字)' },
    },
  },
  evaluate(store, { approvedRegions, classTag, regulatedClasses }) {
    const dataClass = tagValue(store.tags, classTag[0] ?? 'DataClass');
    if (dataClass === undefined || !regulatedClasses.includes(dataClass.toLowerCase()))
      return notApplicable({
        en: `${store.name} holds no regulated data by its tag`,
        ja: `${store.name} のタグは規制対象データを示していません`,
      });
    const { region } = store;
    if (approvedRegions.includes(region.toLowerCase().replaceAll(' ', ''))) return pass();
    return fail({
      en: `${store.name} keeps ${dataClass} data in ${region}, which is not an approved region`,
      ja: `${store.name} は ${dataClass} のデータを承認されていないリージョン ${region} に保存しています`,
    });
  },
  examples: [
    fails(
      'personal data in the United States',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "eastus"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    DataClass = "personal"
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
      "location": "eastus",
      "tags": { "DataClass": "personal" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      'in Japan',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "Japan East"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    DataClass = "personal"
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
      "location": "Japan East",
      "tags": { "DataClass": "personal" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      "an approved region of one's own",
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    DataClass = "personal"
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
      "location": "westeurope",
      "tags": { "DataClass": "personal" },
      "properties": {}
    }
  ]
}`,
        params: { approvedRegions: ['westeurope'] },
      },
    ),
    isNotApplicable(
      'public data',
      `resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = "eastus"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    DataClass = "public"
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
      "location": "eastus",
      "tags": { "DataClass": "public" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    isUnknown(
      'the region is handed in',
      `variable "region" {}
resource "azurerm_storage_account" "orders" {
  name                     = "orders"
  resource_group_name      = "orders"
  location                 = var.region
  account_tier             = "Standard"
  account_replication_type = "GRS"

  tags = {
    DataClass = "personal"
  }
}`,
    ),
  ],
});
