import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AI services account has a managed identity', ja: 'AI サービスのアカウントにマネージド ID がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cognitive.account',
  why: {
    en: 'With an identity the account reads its data and keys without stored secrets.',
    ja: 'ID があれば、保存された資格情報なしでデータやキーに届きます。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
    terraform: `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
  identity {
    type = "SystemAssigned"
  }
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/authentication'],
  equivalents: ['CKV_AZURE_238'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.identity) return pass();
    return fail({
      en: `AI services account ${account.name} has no managed identity`,
      ja: `AI サービスのアカウント ${account.name} にマネージド ID がありません`,
    });
  },
  examples: [
    fails('off', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.CognitiveServices/accounts",
      "apiVersion": "2023-05-01",
      "name": "orders",
      "location": "japaneast",
      "kind": "OpenAI",
      "sku": { "name": "S0" },
      "properties": { "customSubDomainName": "orders" },
      "identity": { "type": "None" }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
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
      "type": "Microsoft.CognitiveServices/accounts",
      "apiVersion": "2023-05-01",
      "name": "orders",
      "location": "japaneast",
      "kind": "OpenAI",
      "sku": { "name": "S0" },
      "properties": { "customSubDomainName": "orders" },
      "identity": { "type": "SystemAssigned" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.CognitiveServices/accounts",
      "apiVersion": "2023-05-01",
      "name": "orders",
      "location": "japaneast",
      "kind": "OpenAI",
      "sku": { "name": "S0" },
      "properties": { "customSubDomainName": "orders" }
    }
  ]
}`,
      },
    ),
  ],
});
