import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

/** Services with data loss prevention. Source: Azure AI services documentation, "Configure data loss prevention", read 2026-11-22. */
const canRestrict = new Set([
  'OpenAI',
  'AIServices',
  'ComputerVision',
  'ContentModerator',
  'CustomVision.Training',
  'CustomVision.Prediction',
  'Face',
  'FormRecognizer',
  'SpeechServices',
  'QnAMaker',
]);

export const check = defineCheck({
  title: { en: 'AI services account calls approved names only', ja: 'AI サービスのアカウントが承認済みの宛先のみを呼び出す' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cognitive.account',
  why: {
    en: 'Prompts can talk a model into sending data elsewhere; a list of approved names stops that.',
    ja: 'プロンプトによってデータを外部へ送らせることができます。承認リストで防げます。',
  },
  fix: {
    summary: {
      en: 'Set outbound_network_access_restricted to true and list fqdns.',
      ja: 'outbound_network_access_restricted を true にし、fqdns を列挙してください。',
    },
    terraform: `resource "azurerm_cognitive_account" "orders" {
  name                               = "orders"
  resource_group_name                = "orders"
  location                           = "japaneast"
  kind                               = "OpenAI"
  sku_name                           = "S0"
  custom_subdomain_name              = "orders"
  outbound_network_access_restricted = true
  fqdns                              = ["orders.example.com"]
}`,
    arm: `{
  "properties": { "restrictOutboundNetworkAccess": true, "allowedFqdnList": ["orders.example.com"] }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/cognitive-services-data-loss-prevention'],
  equivalents: ['CKV_AZURE_247'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (aside(() => !canRestrict.has(account.kind))) {
      return notApplicable({
        en: `Accounts of the kind ${account.kind} cannot restrict outbound calls`,
        ja: `種類 ${account.kind} のアカウントは外部呼び出しを制限できません`,
      });
    }
    if (account.outboundRestricted) return pass();
    return fail({
      en: `AI services account ${account.name} may call any address`,
      ja: `AI サービスのアカウント ${account.name} は任意の宛先を呼び出せます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_cognitive_account" "orders" {
  name                               = "orders"
  resource_group_name                = "orders"
  location                           = "japaneast"
  kind                               = "OpenAI"
  sku_name                           = "S0"
  custom_subdomain_name              = "orders"
  outbound_network_access_restricted = false
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
      "properties": { "customSubDomainName": "orders", "restrictOutboundNetworkAccess": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_cognitive_account" "orders" {
  name                               = "orders"
  resource_group_name                = "orders"
  location                           = "japaneast"
  kind                               = "OpenAI"
  sku_name                           = "S0"
  custom_subdomain_name              = "orders"
  outbound_network_access_restricted = true
  fqdns                              = ["orders.example.com"]
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
      "properties": {
        "customSubDomainName": "orders",
        "restrictOutboundNetworkAccess": true,
        "allowedFqdnList": ["orders.example.com"]
      }
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
    isNotApplicable(
      'a kind that cannot',
      `resource "azurerm_cognitive_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  kind                = "TextTranslation"
  sku_name            = "S1"
}`,
    ),
  ],
});
