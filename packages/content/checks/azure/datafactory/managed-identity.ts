import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data factory has a managed identity', ja: 'データファクトリにマネージド ID がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.datafactory.factory',
  why: {
    en: 'With an identity pipelines need no passwords in linked services.',
    ja: 'ID があれば、リンクサービスにパスワードを置かずに済みます。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
    terraform: `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  identity {
    type = "SystemAssigned"
  }
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/data-factory/data-factory-service-identity'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(factory) {
    if (factory.identity) return pass();
    return fail({
      en: `Data factory ${factory.name} has no managed identity`,
      ja: `データファクトリ ${factory.name} にマネージド ID がありません`,
    });
  },
  examples: [
    fails('off', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "None" }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
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
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast",
      "identity": { "type": "SystemAssigned" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_data_factory" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DataFactory/factories",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
  ],
});
