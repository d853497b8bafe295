/** A detection that is switched off was written for nothing. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Detections of Sentinel are switched on', ja: 'Sentinel の検知ルールが有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.sentinel.alert-rule',
  why: {
    en: 'Rules are switched off while they are noisy, and then forgotten.',
    ja: '誤検知が多いと無効にされ、そのまま忘れられがちです。',
  },
  fix: {
    edits: { terraform: [{ set: 'enabled', value: true }] },
    summary: { en: 'Enable the rule, or delete it.', ja: 'ルールを有効にするか、不要なら削除してください。' },
    terraform: `resource "azurerm_sentinel_alert_rule_scheduled" "orders" {
  name                       = "impossible-travel"
  log_analytics_workspace_id = "security"
  display_name               = "Impossible travel"
  severity                   = "High"
  query                      = "SigninLogs | take 1"
  enabled                    = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SecurityInsights/alertRules",
      "apiVersion": "2024-01-01",
      "name": "impossible-travel",
      "kind": "Scheduled",
      "scope": "/subscriptions/s/workspaces/security",
      "properties": { "displayName": "Impossible travel", "severity": "High", "query": "SigninLogs | take 1", "enabled": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/sentinel/create-analytics-rules'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(rule) {
    if (rule.isEnabled) return pass();
    return fail({ en: `Detection ${rule.name} is switched off`, ja: `検知ルール ${rule.name} が無効です` });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_sentinel_alert_rule_scheduled" "orders" {
  name                       = "impossible-travel"
  log_analytics_workspace_id = "security"
  display_name               = "Impossible travel"
  severity                   = "High"
  query                      = "SigninLogs | take 1"
  enabled                    = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SecurityInsights/alertRules",
      "apiVersion": "2024-01-01",
      "name": "impossible-travel",
      "kind": "Scheduled",
      "scope": "/subscriptions/s/workspaces/security",
      "properties": { "displayName": "Impossible travel", "severity": "High", "query": "SigninLogs | take 1", "enabled": false }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_sentinel_alert_rule_scheduled" "orders" {
  name                       = "impossible-travel"
  log_analytics_workspace_id = "security"
  display_name               = "Impossible travel"
  severity                   = "High"
  query                      = "SigninLogs | take 1"
  enabled                    = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SecurityInsights/alertRules",
      "apiVersion": "2024-01-01",
      "name": "impossible-travel",
      "kind": "Scheduled",
      "scope": "/subscriptions/s/workspaces/security",
      "properties": { "displayName": "Impossible travel", "severity": "High", "query": "SigninLogs | take 1", "enabled": true }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_sentinel_alert_rule_scheduled" "orders" {
  name                       = "impossible-travel"
  log_analytics_workspace_id = "security"
  display_name               = "Impossible travel"
  severity                   = "High"
  query                      = "SigninLogs | take 1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SecurityInsights/alertRules",
      "apiVersion": "2024-01-01",
      "name": "impossible-travel",
      "kind": "Scheduled",
      "scope": "/subscriptions/s/workspaces/security",
      "properties": { "displayName": "Impossible travel", "severity": "High", "query": "SigninLogs | take 1" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_sentinel_alert_rule_scheduled" "orders" {
  name                       = "impossible-travel"
  log_analytics_workspace_id = "security"
  display_name               = "Impossible travel"
  severity                   = "High"
  query                      = "SigninLogs | take 1"
  enabled                    = var.setting
}`,
    ),
  ],
});
