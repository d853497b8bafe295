import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the AI services account is off',
    ja: 'AI サービスのアカウントへのパブリックネットワークアクセスが無効である',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cognitive.account',
  why: {
    en: 'Keys of AI accounts are stolen to run up bills; where the endpoint is not public they are useless.',
    ja: 'AI のキーは課金目的で盗まれます。公開エンドポイントでなければ使えません。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['azurerm_cognitive_account'], set: 'public_network_access_enabled', value: false }],
      arm: [{ of: ['Microsoft.CognitiveServices/accounts'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_cognitive_account" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  kind                          = "OpenAI"
  sku_name                      = "S0"
  custom_subdomain_name         = "orders"
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/cognitive-services-virtual-networks'],
  equivalents: ['CKV_AZURE_134'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.publicNetworkAccess) return pass();
    return fail({
      en: `AI services account ${account.name} is reachable from public networks`,
      ja: `AI サービスのアカウント ${account.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_cognitive_account" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  kind                          = "OpenAI"
  sku_name                      = "S0"
  custom_subdomain_name         = "orders"
  public_network_access_enabled = true
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
      "properties": { "customSubDomainName": "orders", "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_cognitive_account" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  kind                          = "OpenAI"
  sku_name                      = "S0"
  custom_subdomain_name         = "orders"
  public_network_access_enabled = false
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
      "properties": { "customSubDomainName": "orders", "publicNetworkAccess": "Disabled" }
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
