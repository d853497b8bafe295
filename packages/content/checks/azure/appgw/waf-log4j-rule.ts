/** Rule 944240 stops Log4j exploits (CVE-2021-44228), which scanners still try on every server. */
import { defineCheck, fail, fails, find, none, pass, passes } from '@kumomori/model';

/** Does the rule set hold the rule? The Core Rule Set has it since version 3.1. */
function holdsRule(kind: string, version: string): boolean {
  return kind.toLowerCase() === 'microsoft_defaultruleset' || (kind.toLowerCase() === 'owasp' && Number.parseFloat(version) >= 3.1);
}

export const check = defineCheck({
  title: { en: 'WAF policy keeps the rule against Log4j exploits', ja: 'WAF ポリシーの Log4j 対策ルールが有効である' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.waf-policy',
  why: {
    en: 'The Log4j hole is still tried everywhere; switched off, its exploits pass the firewall.',
    ja: 'Log4j の脆弱性は今も各所で試されており、ルールを切ると攻撃が WAF を通過します。',
  },
  fix: {
    summary: {
      en: 'Remove the override that switches rule 944240 off, and use a managed OWASP rule set.',
      ja: 'ルール 944240 を無効にする上書きを削除し、OWASP のマネージドルールセットを使ってください。',
    },
    terraform: `resource "azurerm_web_application_firewall_policy" "orders" {
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
  references: ['https://learn.microsoft.com/azure/web-application-firewall/ag/application-gateway-crs-rulegroups-rules'],
  equivalents: ['CKV_AZURE_135'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    const set = find(policy.ruleSets, (each) => holdsRule(each.kind, each.version));
    if (set && none(set.disabledRules, (rule) => rule === '944240')) return pass();
    return fail({
      en: `WAF policy ${policy.name} does not apply rule 944240 against Log4j exploits`,
      ja: `WAF ポリシー ${policy.name} で Log4j 対策のルール 944240 が適用されません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"

        rule {
          id      = "944240"
          enabled = false
        }
      }
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
        "managedRules": {
          "managedRuleSets": [
            {
              "ruleSetType": "OWASP",
              "ruleSetVersion": "3.2",
              "ruleGroupOverrides": [{ "ruleGroupName": "REQUEST-944-APPLICATION-ATTACK-JAVA", "rules": [{ "ruleId": "944240", "state": "Disabled" }] }]
            }
          ]
        }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'all rules',
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
      'another rule is off',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.2"

      rule_group_override {
        rule_group_name = "REQUEST-944-APPLICATION-ATTACK-JAVA"

        rule {
          id      = "944110"
          enabled = false
        }
      }
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
        "managedRules": {
          "managedRuleSets": [
            {
              "ruleSetType": "OWASP",
              "ruleSetVersion": "3.2",
              "ruleGroupOverrides": [{ "ruleGroupName": "REQUEST-944-APPLICATION-ATTACK-JAVA", "rules": [{ "ruleId": "944110", "state": "Disabled" }] }]
            }
          ]
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'a core rule set that is too old',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  managed_rules {
    managed_rule_set {
      type    = "OWASP"
      version = "3.0"
    }
  }
}`,
    ),
    fails(
      'no rule set for it',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  managed_rules {
    managed_rule_set {
      type    = "Microsoft_BotManagerRuleSet"
      version = "1.0"
    }
  }
}`,
    ),
  ],
});
