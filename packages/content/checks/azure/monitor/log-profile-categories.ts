/** A log without deletions does not show what is gone. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log profiles export writes, deletions and actions', ja: 'ログプロファイルが全操作をエクスポートする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.monitor.log-profile',
  why: {
    en: 'Each category left out is a kind of change that nobody can reconstruct.',
    ja: '省いたカテゴリの変更は、後から再現できません。',
  },
  fix: {
    edits: { terraform: [{ append: 'categories', values: ['Action', 'Delete', 'Write'] }] },
    summary: { en: 'List Write, Delete and Action.', ja: 'Write・Delete・Action を列挙してください。' },
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
  equivalents: ['CKV_AZURE_38', 'AVD-AZU-0033', 'tfsec:azure-monitor-capture-all-activities'],
  noFramework: 'no control mapping yet',
  evaluate(profile) {
    const missing = ['Write', 'Delete', 'Action'].filter(
      (wanted) => !any(profile.categories, (each) => each.toLowerCase() === wanted.toLowerCase()),
    );
    if (missing.length === 0) return pass();
    return fail({
      en: `Log profile ${profile.name} does not export ${missing.join(', ')}`,
      ja: `ログプロファイル ${profile.name} は ${missing.join(', ')} をエクスポートしません`,
    });
  },
  examples: [
    fails(
      'actions only',
      `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action"]
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
        "categories": ["Action"],
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
      'all',
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
    isUnknown(
      'handed in',
      `variable "categories" {
  type = list(string)
}
resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = var.categories
  locations          = ["japaneast", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 365
  }
}`,
    ),
  ],
});
