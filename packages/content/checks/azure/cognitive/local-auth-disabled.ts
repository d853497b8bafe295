import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AI services account uses Entra ID, not keys', ja: 'AI サービスのアカウントがキーではなく Entra ID を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cognitive.account',
  why: {
    en: 'A key is shared by applications, appears in code and tells nobody who used it.',
    ja: 'キーはアプリ間で共有され、コードに現れ、誰が使ったか分かりません。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['azurerm_cognitive_account'], set: 'local_auth_enabled', value: false }],
      arm: [{ of: ['Microsoft.CognitiveServices/accounts'], set: 'properties.disableLocalAuth', value: true }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_auth_enabled to false.', ja: 'local_auth_enabled を false にしてください。' },
    terraform: `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
  local_auth_enabled    = false
}`,
    arm: `{
  "properties": { "disableLocalAuth": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/disable-local-auth'],
  equivalents: ['CKV_AZURE_236'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.localAuth) return pass();
    return fail({
      en: `AI services account ${account.name} accepts keys`,
      ja: `AI サービスのアカウント ${account.name} はキーによる認証を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
  local_auth_enabled    = true
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
      "properties": { "customSubDomainName": "orders", "disableLocalAuth": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
  local_auth_enabled    = false
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
      "properties": { "customSubDomainName": "orders", "disableLocalAuth": true }
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
