/** The activity log forgets after 90 days who changed what. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Activity log is exported', ja: 'アクティビティログがエクスポートされる' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.monitor.subscription',
  why: {
    en: 'Azure keeps the activity log for 90 days; intrusions are often noticed later, and nobody is alerted from it.',
    ja: 'アクティビティログの保持は 90 日で、侵入の発覚はそれより後になることが多く、通知もできません。',
  },
  fix: {
    summary: {
      en: 'Send the activity log of the subscription to a workspace with a diagnostic setting.',
      ja: '診断設定でサブスクリプションのアクティビティログをワークスペースに送ってください。',
    },
    terraform: `resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001"
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}

resource "azurerm_monitor_activity_log_alert" "alert" {
  name                = "alert"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Network/networkSecurityGroups/write"
  }

  action {
    action_group_id = "oncall"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/activityLogAlerts",
      "apiVersion": "2020-10-01",
      "name": "alert",
      "location": "global",
      "properties": {
        "enabled": true,
        "scopes": ["/subscriptions/00000000-0000-0000-0000-000000000001"],
        "condition": {
          "allOf": [
            { "field": "category", "equals": "Administrative" },
            { "field": "operationName", "equals": "Microsoft.Network/networkSecurityGroups/write" }
          ]
        },
        "actions": { "actionGroups": [{ "actionGroupId": "oncall" }] }
      }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "activity",
      "properties": {
        "workspaceId": "workspace",
        "logs": [
          { "category": "Administrative", "enabled": true },
          { "category": "Alert", "enabled": true },
          { "category": "Policy", "enabled": true },
          { "category": "Security", "enabled": true }
        ]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/essentials/activity-log'],
  equivalents: ['prowler:monitor_diagnostic_settings_exists', 'cloudsploit:diagnosticsSettingsEnabled'],
  evaluate(subscription) {
    if (subscription.exportsActivityLog) return pass();
    return fail({
      en: `The subscription of ${subscription.name} does not export its activity log`,
      ja: `${subscription.name} のサブスクリプションのアクティビティログがエクスポートされていません`,
    });
  },
  examples: [
    fails(
      'alerts but no export',
      `resource "azurerm_monitor_activity_log_alert" "alert" {
  name                = "alert"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Network/networkSecurityGroups/write"
  }

  action {
    action_group_id = "oncall"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/activityLogAlerts",
      "apiVersion": "2020-10-01",
      "name": "alert",
      "location": "global",
      "properties": {
        "enabled": true,
        "scopes": ["/subscriptions/00000000-0000-0000-0000-000000000001"],
        "condition": {
          "allOf": [
            { "field": "category", "equals": "Administrative" },
            { "field": "operationName", "equals": "Microsoft.Network/networkSecurityGroups/write" }
          ]
        },
        "actions": { "actionGroups": [{ "actionGroupId": "oncall" }] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'exported',
      `resource "azurerm_monitor_activity_log_alert" "alert" {
  name                = "alert"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Network/networkSecurityGroups/write"
  }

  action {
    action_group_id = "oncall"
  }
}
resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001"
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/activityLogAlerts",
      "apiVersion": "2020-10-01",
      "name": "alert",
      "location": "global",
      "properties": {
        "enabled": true,
        "scopes": ["/subscriptions/00000000-0000-0000-0000-000000000001"],
        "condition": {
          "allOf": [
            { "field": "category", "equals": "Administrative" },
            { "field": "operationName", "equals": "Microsoft.Network/networkSecurityGroups/write" }
          ]
        },
        "actions": { "actionGroups": [{ "actionGroupId": "oncall" }] }
      }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "activity",
      "properties": {
        "workspaceId": "workspace",
        "logs": [
          { "category": "Administrative", "enabled": true },
          { "category": "Alert", "enabled": true },
          { "category": "Policy", "enabled": true },
          { "category": "Security", "enabled": true }
        ]
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'what it belongs to is handed in',
      `variable "target" {}
resource "azurerm_monitor_activity_log_alert" "alert" {
  name                = "alert"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Network/networkSecurityGroups/write"
  }

  action {
    action_group_id = "oncall"
  }
}
resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = var.target
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category = "Administrative"
  }

  enabled_log {
    category = "Alert"
  }

  enabled_log {
    category = "Policy"
  }

  enabled_log {
    category = "Security"
  }
}`,
    ),
    isNotApplicable(
      'nothing of a subscription',
      `resource "azurerm_resource_group" "orders" {
  name     = "orders"
  location = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2024-01-01", "name": "orders", "properties": {} }]
}`,
      },
    ),
  ],
});
