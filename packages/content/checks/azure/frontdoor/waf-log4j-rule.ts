/** Rule 944240 stops Log4j exploits (CVE-2021-44228), which scanners still try on every server. */
import { defineCheck, fail, fails, find, none, pass, passes } from '@kumomori/model';

/** Rule sets that hold the rule. */
const families = ['defaultruleset', 'microsoft_defaultruleset'];

export const check = defineCheck({
  title: {
    en: 'WAF policy of Front Door keeps the rule against Log4j exploits',
    ja: 'Front Door の WAF ポリシーの Log4j 対策ルールが有効である',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.network.front-door-waf-policy',
  why: {
    en: 'The Log4j hole is still tried everywhere; switched off, its exploits pass the firewall.',
    ja: 'Log4j の脆弱性は今も各所で試されており、ルールを切ると攻撃が WAF を通過します。',
  },
  fix: {
    summary: {
      en: 'Use the managed default rule set and leave rule 944240 blocking.',
      ja: 'マネージドの既定ルールセットを使い、ルール 944240 を遮断のままにしてください。',
    },
    terraform: `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Prevention"

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": {
        "policySettings": { "enabledState": "Enabled", "mode": "Prevention" },
        "managedRules": { "managedRuleSets": [{ "ruleSetType": "Microsoft_DefaultRuleSet", "ruleSetVersion": "2.1" }] }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/web-application-firewall/afds/waf-front-door-drs'],
  equivalents: ['CKV_AZURE_133'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    const set = find(policy.ruleSets, (each) => families.includes(each.kind.toLowerCase()));
    if (set && none(set.disabledRules, (rule) => rule === '944240')) return pass();
    return fail({
      en: `WAF policy ${policy.name} does not apply rule 944240 against Log4j exploits`,
      ja: `WAF ポリシー ${policy.name} で Log4j 対策のルール 944240 が適用されません`,
    });
  },
  examples: [
    fails(
      'no managed rules',
      `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Prevention"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": { "policySettings": { "enabledState": "Enabled", "mode": "Prevention" } }
    }
  ]
}`,
      },
    ),
    fails(
      'switched off',
      `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Prevention"

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"

    override {
      rule_group_name = "JAVA"

      rule {
        rule_id = "944240"
        enabled = false
        action  = "Block"
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
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": {
        "policySettings": { "enabledState": "Enabled", "mode": "Prevention" },
        "managedRules": {
          "managedRuleSets": [
            {
              "ruleSetType": "Microsoft_DefaultRuleSet",
              "ruleSetVersion": "2.1",
              "ruleGroupOverrides": [{ "ruleGroupName": "JAVA", "rules": [{ "ruleId": "944240", "enabledState": "Disabled", "action": "Block" }] }]
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
      'only logged',
      `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Prevention"

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"

    override {
      rule_group_name = "JAVA"

      rule {
        rule_id = "944240"
        enabled = true
        action  = "Log"
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
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": {
        "policySettings": { "enabledState": "Enabled", "mode": "Prevention" },
        "managedRules": {
          "managedRuleSets": [
            {
              "ruleSetType": "Microsoft_DefaultRuleSet",
              "ruleSetVersion": "2.1",
              "ruleGroupOverrides": [{ "ruleGroupName": "JAVA", "rules": [{ "ruleId": "944240", "enabledState": "Enabled", "action": "Log" }] }]
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
      'default rule set',
      `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Prevention"

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": {
        "policySettings": { "enabledState": "Enabled", "mode": "Prevention" },
        "managedRules": { "managedRuleSets": [{ "ruleSetType": "Microsoft_DefaultRuleSet", "ruleSetVersion": "2.1" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'blocks in an override',
      `resource "azurerm_cdn_frontdoor_firewall_policy" "orders" {
  name                = "orderswaf"
  resource_group_name = "orders"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = true
  mode                = "Prevention"

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"

    override {
      rule_group_name = "JAVA"

      rule {
        rule_id = "944240"
        enabled = true
        action  = "Block"
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
      "type": "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
      "apiVersion": "2024-05-01",
      "name": "orderswaf",
      "properties": {
        "policySettings": { "enabledState": "Enabled", "mode": "Prevention" },
        "managedRules": {
          "managedRuleSets": [
            {
              "ruleSetType": "Microsoft_DefaultRuleSet",
              "ruleSetVersion": "2.1",
              "ruleGroupOverrides": [{ "ruleGroupName": "JAVA", "rules": [{ "ruleId": "944240", "enabledState": "Enabled", "action": "Block" }] }]
            }
          ]
        }
      }
    }
  ]
}`,
      },
    ),
  ],
});
