import { admitsAllOfAzure, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Synapse is not open to all Azure services', ja: 'Synapse が全ての Azure サービスに開放されていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.synapse.firewall-rule',
  why: {
    en: '0.0.0.0 stands for every address in Azure, those of other customers included: anybody with a subscription gets past the firewall.',
    ja: '0.0.0.0 は他の顧客を含む Azure の全アドレスを意味し、サブスクリプションを持つ誰もがファイアウォールを越えられます。',
  },
  fix: {
    summary: {
      en: 'Remove the rule and use virtual network rules or a private endpoint.',
      ja: 'ルールを削除し、仮想ネットワークルールかプライベートエンドポイントを使ってください。',
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
    if (!admitsAllOfAzure(rule)) return pass();
    return fail({
      en: `Rule ${rule.name} admits every Azure service of every customer`,
      ja: `ルール ${rule.name} は全顧客の全 Azure サービスを許可しています`,
    });
  },
  examples: [
    fails(
      'all of Azure',
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
  ],
});
