/** A year of who changed what is the least an investigation needs. */
import { defineCheck, fail, fails, isUnknown, maximumDays, pass, passes, retentionProblem } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log profiles keep the activity log for a year', ja: 'ログプロファイルがアクティビティログを 1 年保持する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.monitor.log-profile',
  why: {
    en: 'Intrusions are often noticed after months; events that are gone answer nothing.',
    ja: '侵入は数か月後に気づくことが多く、消えた記録は何も答えられません。',
  },
  fix: {
    edits: { terraform: [{ set: 'retention_policy.days', value: 365 }] },
    summary: { en: 'Keep events for 365 days or for ever (0).', ja: '365 日以上、または無期限 (0) で保持してください。' },
    terraform: `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["japaneast", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 365
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/logprofiles",
      "apiVersion": "2016-03-01",
      "name": "default",
      "properties": {
        "categories": ["Action", "Delete", "Write"],
        "locations": ["japaneast", "global"],
        "storageAccountId": "logs",
        "retentionPolicy": { "enabled": true, "days": 365 }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/essentials/activity-log'],
  equivalents: ['CKV_AZURE_37', 'AVD-AZU-0031', 'tfsec:azure-monitor-activity-log-retention-set'],
  noFramework: 'no control mapping yet',
  params: {
    minimumDays: { type: 'number', default: 365, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } },
    maximumDays,
  },
  evaluate(profile, band) {
    const days = profile.retentionDays;
    // A policy of 0 days that is switched on is refused by nobody and keeps nothing for sure.
    const problem =
      profile.hasRetention && days === 0
        ? { en: 'keeps the activity log for 0 days', ja: 'の保持期間は 0 日です' }
        : !profile.hasRetention && days !== 0
          ? {
              en: `names ${days} days, but its retention policy is switched off`,
              ja: `は ${days} 日を指定していますが、保持ポリシーが無効です`,
            }
          : retentionProblem(days, band);
    return problem === null
      ? pass()
      : fail({ en: `Log profile ${profile.name} ${problem.en}`, ja: `ログプロファイル ${profile.name} ${problem.ja}` });
  },
  examples: [
    fails(
      'a week',
      `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["japaneast", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 7
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/logprofiles",
      "apiVersion": "2016-03-01",
      "name": "default",
      "properties": {
        "categories": ["Action", "Delete", "Write"],
        "locations": ["japaneast", "global"],
        "storageAccountId": "logs",
        "retentionPolicy": { "enabled": true, "days": 7 }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'a year',
      `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["japaneast", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 365
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/logprofiles",
      "apiVersion": "2016-03-01",
      "name": "default",
      "properties": {
        "categories": ["Action", "Delete", "Write"],
        "locations": ["japaneast", "global"],
        "storageAccountId": "logs",
        "retentionPolicy": { "enabled": true, "days": 365 }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'for ever',
      `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["japaneast", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = false
    days    = 0
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/logprofiles",
      "apiVersion": "2016-03-01",
      "name": "default",
      "properties": {
        "categories": ["Action", "Delete", "Write"],
        "locations": ["japaneast", "global"],
        "storageAccountId": "logs",
        "retentionPolicy": { "enabled": false, "days": 0 }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'deletes at once',
      `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["japaneast", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 0
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/logprofiles",
      "apiVersion": "2016-03-01",
      "name": "default",
      "properties": {
        "categories": ["Action", "Delete", "Write"],
        "locations": ["japaneast", "global"],
        "storageAccountId": "logs",
        "retentionPolicy": { "enabled": true, "days": 0 }
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "days" {}
resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["japaneast", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = var.days
  }
}`,
    ),
  ],
});
