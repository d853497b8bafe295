import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Lake Store is encrypted at rest', ja: 'Data Lake Store が保存時に暗号化されている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.datalake.store',
  why: {
    en: 'Files of a lake that is not encrypted are readable for whoever gets hold of the disks.',
    ja: '暗号化されていないファイルは、ディスクを手に入れた者に読まれます。',
  },
  fix: {
    edits: { terraform: [{ set: 'encryption_state', value: 'Enabled' }] },
    cautions: ['replaces'],
    summary: { en: 'Remove encryption_state = "Disabled".', ja: 'encryption_state = "Disabled" を削除してください。' },
    terraform: `resource "azurerm_data_lake_store" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "northeurope"
  encryption_state    = "Enabled"
}`,
    arm: `{
  "properties": { "encryptionState": "Enabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/previous-versions/azure/data-lake-store/data-lake-store-encryption'],
  equivalents: ['CKV_AZURE_105', 'AVD-AZU-0036', 'tfsec:azure-datalake-enable-at-rest-encryption'],
  noFramework: 'no control mapping yet',
  evaluate(store) {
    if (store.encrypted) return pass();
    return fail({
      en: `Data Lake Store ${store.name} is not encrypted at rest`,
      ja: `Data Lake Store ${store.name} は保存時に暗号化されていません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_data_lake_store" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "northeurope"
  encryption_state    = "Disabled"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataLakeStore/accounts",
      "apiVersion": "2016-11-01",
      "name": "orders",
      "location": "northeurope",
      "properties": { "encryptionState": "Disabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_data_lake_store" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "northeurope"
  encryption_state    = "Enabled"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataLakeStore/accounts",
      "apiVersion": "2016-11-01",
      "name": "orders",
      "location": "northeurope",
      "properties": { "encryptionState": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_data_lake_store" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "northeurope"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataLakeStore/accounts",
      "apiVersion": "2016-11-01",
      "name": "orders",
      "location": "northeurope"
    }
  ]
}`,
      },
    ),
  ],
});
