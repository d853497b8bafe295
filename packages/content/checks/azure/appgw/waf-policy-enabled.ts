/** A policy that is switched off protects nothing, whatever its rules say. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'WAF policies are switched on', ja: 'WAF ポリシーが有効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.waf-policy',
  why: {
    en: 'A disabled policy looks like protection on every overview and lets everything pass.',
    ja: '無効なポリシーは一見すると保護されているように見えますが、すべて通してしまいます。',
  },
  fix: {
    edits: { terraform: [{ set: 'policy_settings.enabled', value: true }] },
    cautions: ['blocks-traffic'],
    summary: { en: 'Enable the policy.', ja: 'ポリシーを有効にしてください。' },
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
  equivalents: ['CKV_AZURE_122'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isEnabled) return pass();
    return fail({ en: `WAF policy ${policy.name} is switched off`, ja: `WAF ポリシー ${policy.name} は無効です` });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    enabled = false
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
        "policySettings": { "state": "Disabled", "mode": "Prevention" },
        "managedRules": { "managedRuleSets": [{ "ruleSetType": "OWASP", "ruleSetVersion": "3.2" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    enabled = true
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
    isUnknown(
      'handed in',
      `variable "waf" {}
resource "azurerm_web_application_firewall_policy" "orders" {
  name                = "orders-waf"
  location            = "japaneast"
  resource_group_name = "orders"

  policy_settings {
    enabled = var.waf
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
