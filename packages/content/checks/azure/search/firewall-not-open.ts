import { defineCheck, fail, fails, find, isInternet, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Search firewall does not admit the internet', ja: '検索サービスのファイアウォールがインターネットを許可していない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.search.service',
  why: {
    en: 'A range as large as the internet in the list of allowed addresses is no firewall.',
    ja: '許可リストにインターネット全体を入れると、ファイアウォールの意味がありません。',
  },
  fix: {
    summary: {
      en: 'Replace 0.0.0.0/0 in allowed_ips by the addresses that need access.',
      ja: 'allowed_ips の 0.0.0.0/0 を、必要なアドレスに置き換えてください。',
    },
    terraform: `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  allowed_ips         = ["203.0.113.0/28"]
}`,
    arm: `{
  "properties": { "networkRuleSet": { "ipRules": [{"value": "203.0.113.0/28"}] } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/search/service-configure-firewall'],
  equivalents: ['CKV_AZURE_210'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const open = find(service.allowedIps, (cidr) => isInternet([cidr]));
    if (open === undefined) return pass();
    return fail({
      en: `The firewall of search service ${service.name} admits ${open}`,
      ja: `検索サービス ${service.name} のファイアウォールは ${open} を許可しています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  allowed_ips         = ["0.0.0.0/0"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Search/searchServices",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" },
      "properties": { "networkRuleSet": { "ipRules": [{"value": "0.0.0.0/0"}] } }
    }
  ]
}`,
      },
    ),
    passes(
      'an office',
      `resource "azurerm_search_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  allowed_ips         = ["203.0.113.0/28"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Search/searchServices",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" },
      "properties": { "networkRuleSet": { "ipRules": [{"value": "203.0.113.0/28"}] } }
    }
  ]
}`,
      },
    ),
  ],
});
