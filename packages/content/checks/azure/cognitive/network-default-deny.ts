import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AI services firewall denies by default', ja: 'AI サービスのファイアウォールが既定で拒否する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.cognitive.account',
  why: {
    en: 'With Allow as default the account answers everybody who has a key.',
    ja: '既定が Allow だと、キーを持つ誰にでも応答します。',
  },
  fix: {
    edits: { terraform: [{ set: 'network_acls.default_action', value: 'Deny' }] },
    cautions: ['closes-access', 'needs-network'],
    summary: { en: 'Set default_action to Deny in network_acls.', ja: 'network_acls の default_action を Deny にしてください。' },
    terraform: `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
  network_acls {
    default_action = "Deny"
    ip_rules       = ["203.0.113.7"]
  }
}`,
    arm: `{
  "properties": { "networkAcls": { "defaultAction": "Deny", "ipRules": [{"value": "203.0.113.7"}] } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/cognitive-services-virtual-networks'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.networkDefaultAction === 'Deny') return pass();
    return fail({
      en: `AI services account ${account.name} answers every network`,
      ja: `AI サービスのアカウント ${account.name} は全ネットワークに応答します`,
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
  network_acls {
    default_action = "Allow"
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
      "properties": { "customSubDomainName": "orders", "networkAcls": { "defaultAction": "Allow" } }
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
  network_acls {
    default_action = "Deny"
    ip_rules       = ["203.0.113.7"]
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
      "properties": {
        "customSubDomainName": "orders",
        "networkAcls": { "defaultAction": "Deny", "ipRules": [{"value": "203.0.113.7"}] }
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
  ],
});
