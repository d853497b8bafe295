/** Somebody should be told while the change is fresh. */
import { defineCheck, fail, fails, find, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Alert on security group change', ja: 'ネットワークセキュリティグループの変更が通知される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.monitor.alerting',
  why: {
    en: 'A changed group is how machines become reachable, by mistake or on purpose.',
    ja: 'グループの変更は、過失でも故意でも、マシンに到達できるようにする手段です。',
  },
  fix: {
    summary: {
      en: 'Create an activity log alert for Microsoft.Network/networkSecurityGroups/write.',
      ja: 'Microsoft.Network/networkSecurityGroups/write のアクティビティログアラートを作成してください。',
    },
    terraform: `resource "azurerm_monitor_activity_log_alert" "alert" {
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
      "name": "machines",
      "location": "global",
      "properties": {
        "enabled": true,
        "scopes": ["/subscriptions/00000000-0000-0000-0000-000000000001"],
        "condition": {
          "allOf": [
            { "field": "category", "equals": "Administrative" },
            { "field": "operationName", "equals": "Microsoft.Compute/virtualMachines/write" }
          ]
        },
        "actions": { "actionGroups": [{ "actionGroupId": "oncall" }] }
      }
    },
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
  references: ['https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types'],
  equivalents: ['prowler:monitor_alert_create_update_nsg'],
  evaluate(alerting) {
    const found = find(
      alerting.alerts,
      (alert) => alert.operation?.toLowerCase() === 'microsoft.network/networksecuritygroups/write' && alert.isEnabled,
    );
    if (found) return pass();
    return fail({
      en: `None of the alerts beside ${alerting.name} tells of changed security groups`,
      ja: `${alerting.name} のサブスクリプションにネットワークセキュリティグループの変更を知らせるアラートがありません`,
    });
  },
  examples: [
    fails(
      'only other alerts',
      `resource "azurerm_monitor_activity_log_alert" "alert" {
  name                = "alert"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Compute/virtualMachines/write"
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
            { "field": "operationName", "equals": "Microsoft.Compute/virtualMachines/write" }
          ]
        },
        "actions": { "actionGroups": [{ "actionGroupId": "oncall" }] }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'switched off',
      `resource "azurerm_monitor_activity_log_alert" "alert" {
  name                = "alert"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]
  enabled             = false

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
        "enabled": false,
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
      'alerted',
      `resource "azurerm_monitor_activity_log_alert" "machines" {
  name                = "machines"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Compute/virtualMachines/write"
  }

  action {
    action_group_id = "oncall"
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
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/activityLogAlerts",
      "apiVersion": "2020-10-01",
      "name": "machines",
      "location": "global",
      "properties": {
        "enabled": true,
        "scopes": ["/subscriptions/00000000-0000-0000-0000-000000000001"],
        "condition": {
          "allOf": [
            { "field": "category", "equals": "Administrative" },
            { "field": "operationName", "equals": "Microsoft.Compute/virtualMachines/write" }
          ]
        },
        "actions": { "actionGroups": [{ "actionGroupId": "oncall" }] }
      }
    },
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
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_monitor_activity_log_alert" "alert" {
  name                = "alert"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = var.setting
  }

  action {
    action_group_id = "oncall"
  }
}`,
    ),
    isNotApplicable(
      'no alerts in the code',
      `resource "azurerm_monitor_diagnostic_setting" "activity" {
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
  ],
});
