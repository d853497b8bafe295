/** Logs that are gone cannot answer, and logs kept for ever cost and leak: both ends of the band matter. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workspaces keep logs for the required period and no longer', ja: 'ワークスペースが必要な期間だけログを保持する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.monitor.workspace',
  why: {
    en: 'Intrusions are often noticed after months: logs must still be there, and a limit keeps cost and personal data in bounds.',
    ja: '侵入は数か月後に気づくことが多く、その時までログが必要です。上限を定めれば費用と個人情報の量も抑えられます。',
  },
  fix: {
    edits: { terraform: [{ set: 'retention_in_days', value: 400 }] },
    cautions: ['deletes-old-data'],
    summary: {
      en: 'Set retention_in_days to the period your policy requires.',
      ja: 'retention_in_days に規程で求められる期間を設定してください。',
    },
    terraform: `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  retention_in_days   = 400
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
      "properties": { "retentionInDays": 400 }
    }
  ]
}`,
    cli: 'az monitor log-analytics workspace update --resource-group GROUP --workspace-name NAME --retention-time 400',
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure'],
  equivalents: [],
  params: {
    minimumDays: { type: 'number', default: 365, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } },
    maximumDays: {
      type: 'number',
      default: 0,
      min: 0,
      description: { en: 'Longest period in days; 0 sets no limit', ja: '最長の保持日数 (0 は上限なし)' },
    },
  },
  evaluate(workspace, { minimumDays, maximumDays }) {
    const days = workspace.retentionDays;
    if (days < minimumDays) {
      return fail({
        en: `Workspace ${workspace.name} keeps logs for ${days} days, less than ${minimumDays}`,
        ja: `ワークスペース ${workspace.name} の保持期間は ${days} 日で、必要な ${minimumDays} 日に足りません`,
      });
    }
    if (maximumDays > 0 && days > maximumDays) {
      return fail({
        en: `Workspace ${workspace.name} keeps logs for ${days} days, longer than ${maximumDays}`,
        ja: `ワークスペース ${workspace.name} の保持期間は ${days} 日で、上限の ${maximumDays} 日を超えます`,
      });
    }
    return pass();
  },
  examples: [
    fails(
      'a month',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  retention_in_days   = 30
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
      "properties": { "retentionInDays": 30 }
    }
  ]
}`,
      },
    ),
    fails(
      'not written is 30 days',
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
    passes(
      'a year',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  retention_in_days   = 400
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
      "properties": { "retentionInDays": 400 }
    }
  ]
}`,
      },
    ),
    fails(
      'longer than allowed',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  retention_in_days   = 730
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
      "properties": { "retentionInDays": 730 }
    }
  ]
}`,
        params: { maximumDays: 400 },
      },
    ),
    isUnknown(
      'handed in',
      `variable "days" {}
resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  retention_in_days   = var.days
}`,
    ),
  ],
});
