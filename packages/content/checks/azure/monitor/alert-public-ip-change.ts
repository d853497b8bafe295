/** Somebody should be told while the change is fresh. */
import { defineCheck, fail, fails, find, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Alert on public address change', ja: 'パブリック IPの変更が通知される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.monitor.alerting',
  why: { en: 'A new public address is a new way in.', ja: '新しいパブリック IP は新しい侵入口です。' },
  fix: {
    summary: {
      en: 'Create an activity log alert for Microsoft.Network/publicIPAddresses/write.',
      ja: 'Microsoft.Network/publicIPAddresses/write のアクティビティログアラートを作成してください。',
    },
    terraform: `resource "azurerm_monitor_activity_log_alert" "alert" {
  name                = "alert"
  resource_group_name = "monitoring"
  location            = "global"
  scopes              = ["/subscriptions/00000000-0000-0000-0000-000000000001"]

  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Network/publicIPAddresses/write"
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
            { "field": "operationName", "equals": "Microsoft.Network/publicIPAddresses/write" }
          ]
        },
        "actions": { "actionGroups": [{ "actionGroupId": "oncall" }] }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types'],
  equivalents: ['prowler:monitor_alert_create_update_public_ip_address_rule'],
  evaluate(alerting) {
    const found = find(
      alerting.alerts,
      (alert) => alert.operation?.toLowerCase() === 'microsoft.network/publicipaddresses/write' && alert.isEnabled,
    );
    if (found) return pass();
    return fail({
      en: `None of the alerts beside ${alerting.name} tells of changed public addresss`,
      ja: `${alerting.name} のサブスクリプションにパブリック IPの変更を知らせるアラートがありません`,
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
    operation_name = "Microsoft.Network/publicIPAddresses/write"
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
            { "field": "operationName", "equals": "Microsoft.Network/publicIPAddresses/write" }
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
    operation_name = "Microsoft.Network/publicIPAddresses/write"
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
            { "field": "operationName", "equals": "Microsoft.Network/publicIPAddresses/write" }
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
