import { admitsInternet, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Synapse firewall does not admit the internet', ja: 'Synapse のファイアウォールがインターネットを許可していない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.synapse.firewall-rule',
  why: {
    en: 'Whoever finds the server may try passwords against it, day and night, from everywhere.',
    ja: '見つけた者は誰でも、どこからでも昼夜パスワードを試せます。',
  },
  fix: {
    summary: {
      en: 'Replace the rule by ones for the addresses that need access, or use a private endpoint.',
      ja: '必要なアドレスだけのルールに置き換えるか、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_synapse_firewall_rule" "office" {
  name                 = "office"
  synapse_workspace_id = "/subscriptions/x/workspaces/orders"
  start_ip_address     = "203.0.113.0"
  end_ip_address       = "203.0.113.15"
}`,
    arm: `{
  "properties": { "startIpAddress": "203.0.113.0", "endIpAddress": "203.0.113.15" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/synapse-analytics/security/synapse-workspace-ip-firewall'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(rule) {
    if (!admitsInternet(rule)) return pass();
    return fail({
      en: `Rule ${rule.name} admits ${rule.start} to ${rule.end}`,
      ja: `ルール ${rule.name} は ${rule.start} から ${rule.end} までを許可しています`,
    });
  },
  examples: [
    fails(
      'every address',
      `resource "azurerm_synapse_firewall_rule" "office" {
  name                 = "office"
  synapse_workspace_id = "/subscriptions/x/workspaces/orders"
  start_ip_address     = "0.0.0.0"
  end_ip_address       = "255.255.255.255"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/firewallRules",
      "apiVersion": "2018-06-01",
      "name": "orders/office",
      "properties": { "startIpAddress": "0.0.0.0", "endIpAddress": "255.255.255.255" }
    }
  ]
}`,
      },
    ),
    passes(
      'an office',
      `resource "azurerm_synapse_firewall_rule" "office" {
  name                 = "office"
  synapse_workspace_id = "/subscriptions/x/workspaces/orders"
  start_ip_address     = "203.0.113.0"
  end_ip_address       = "203.0.113.15"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/firewallRules",
      "apiVersion": "2018-06-01",
      "name": "orders/office",
      "properties": { "startIpAddress": "203.0.113.0", "endIpAddress": "203.0.113.15" }
    }
  ]
}`,
      },
    ),
    fails(
      'nearly every address',
      `resource "azurerm_synapse_firewall_rule" "office" {
  name                 = "office"
  synapse_workspace_id = "/subscriptions/x/workspaces/orders"
  start_ip_address     = "1.0.0.0"
  end_ip_address       = "223.255.255.255"
}`,
    ),
    passes(
      'all of Azure is another question',
      `resource "azurerm_synapse_firewall_rule" "office" {
  name                 = "office"
  synapse_workspace_id = "/subscriptions/x/workspaces/orders"
  start_ip_address     = "0.0.0.0"
  end_ip_address       = "0.0.0.0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Synapse/workspaces/firewallRules",
      "apiVersion": "2018-06-01",
      "name": "orders/office",
      "properties": { "startIpAddress": "0.0.0.0", "endIpAddress": "0.0.0.0" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'an address handed in',
      `resource "azurerm_synapse_firewall_rule" "office" {
  name                 = "office"
  synapse_workspace_id = "/subscriptions/x/workspaces/orders"
  start_ip_address     = var.first
  end_ip_address       = "255.255.255.255"
}
variable "first" {}`,
    ),
  ],
});
