/** A firewall that only writes down lets every attack pass. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'WAF policy blocks rather than only detects', ja: 'WAF ポリシーが検知だけでなく遮断する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.waf-policy',
  why: {
    en: 'In detection mode attacks are logged and then delivered to the application.',
    ja: '検出モードでは攻撃は記録されるだけで、そのままアプリに届きます。',
  },
  fix: {
    edits: { terraform: [{ set: 'policy_settings.mode', value: 'Prevention' }] },
    cautions: ['blocks-traffic'],
    summary: { en: 'Set the mode to Prevention.', ja: 'モードを Prevention に設定してください。' },
    terraform: `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    enabled = true
    mode    = "Prevention"
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orders-waf",
      "properties": {
        "policySettings": { "state": "Enabled", "mode": "Prevention" },
        "managedRules": { "managedRuleSets": [{ "ruleSetType": "OWASP", "ruleSetVersion": "3.2" }] }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview'],
  equivalents: ['cloudsploit:agPreventionModeEnabled'],
  evaluate(policy) {
    if (policy.mode.toLowerCase() === 'prevention') return pass();
    return fail({
      en: `WAF policy ${policy.name} is in ${policy.mode} mode`,
      ja: `WAF ポリシー ${policy.name} は ${policy.mode} モードです`,
    });
  },
  examples: [
    fails(
      'detection',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    mode    = "Detection"
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orders-waf",
      "properties": {
        "policySettings": { "state": "Enabled", "mode": "Detection" },
        "managedRules": { "managedRuleSets": [{ "ruleSetType": "OWASP", "ruleSetVersion": "3.2" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'prevention',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    mode    = "Prevention"
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orders-waf",
      "properties": {
        "policySettings": { "state": "Enabled", "mode": "Prevention" },
        "managedRules": { "managedRuleSets": [{ "ruleSetType": "OWASP", "ruleSetVersion": "3.2" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'not written is prevention for azurerm',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}`,
    ),
    fails('not written is detection for Resource Manager', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orders-waf",
      "properties": {
        "policySettings": { "state": "Enabled" },
        "managedRules": { "managedRuleSets": [{ "ruleSetType": "OWASP", "ruleSetVersion": "3.2" }] }
      }
    }
  ]
}`,
    }),
    isUnknown(
      'handed in',
      `variable "mode" {}
resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    mode    = var.mode
  }

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"
    }
  }
}`,
    ),
  ],
});
