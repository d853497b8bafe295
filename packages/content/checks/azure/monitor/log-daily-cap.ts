/** Too low a cap loses the logs of the day of the attack; none lets a loop write the budget away (IPA study, log volume). */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workspace volume is neither capped to loss nor unbounded', ja: 'ワークスペースの量に適切な上限がある' },
  severity: 'low',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.monitor.workspace',
  why: {
    en: 'A small cap throws away what comes after it, on the very day much happens; without one a mistake costs without limit.',
    ja: '小さすぎる上限は事件当日のログを捨て、上限がなければ設定ミスの費用に歯止めがありません。',
  },
  fix: {
    summary: {
      en: 'Set daily_quota_gb well above the usual volume, and alert before it is reached.',
      ja: 'daily_quota_gb を通常量より十分大きく設定し、到達前に通知してください。',
    },
    terraform: `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  daily_quota_gb      = 20
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.OperationalInsights/workspaces",
      "apiVersion": "2023-09-01",
      "name": "security",
      "location": "japaneast",
      "properties": { "workspaceCapping": { "dailyQuotaGb": 20 } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/logs/daily-cap'],
  equivalents: [],
  params: {
    minimumGb: { type: 'number', default: 1, min: 0, description: { en: 'Lowest cap in gigabytes a day', ja: '1 日の上限の最小値 (GB)' } },
  },
  evaluate(workspace, { minimumGb }) {
    const cap = workspace.dailyCapGb;
    if (cap >= minimumGb) return pass();
    return fail(
      cap < 0
        ? { en: `Workspace ${workspace.name} has no daily cap`, ja: `ワークスペース ${workspace.name} に 1 日の上限がありません` }
        : {
            en: `Workspace ${workspace.name} stops taking logs after ${cap} GB a day`,
            ja: `ワークスペース ${workspace.name} は 1 日 ${cap} GB を超えるとログを受け取りません`,
          },
    );
  },
  examples: [
    fails(
      'no cap',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.OperationalInsights/workspaces",
      "apiVersion": "2023-09-01",
      "name": "security",
      "location": "japaneast",
      "properties": {}
    }
  ]
}`,
      },
    ),
    fails(
      'a cap that loses logs',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  daily_quota_gb      = 0.5
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.OperationalInsights/workspaces",
      "apiVersion": "2023-09-01",
      "name": "security",
      "location": "japaneast",
      "properties": { "workspaceCapping": { "dailyQuotaGb": 0.5 } }
    }
  ]
}`,
      },
    ),
    passes(
      'a cap',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  daily_quota_gb      = 20
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.OperationalInsights/workspaces",
      "apiVersion": "2023-09-01",
      "name": "security",
      "location": "japaneast",
      "properties": { "workspaceCapping": { "dailyQuotaGb": 20 } }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "cap" {}
resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  daily_quota_gb      = var.cap
}`,
    ),
  ],
});
