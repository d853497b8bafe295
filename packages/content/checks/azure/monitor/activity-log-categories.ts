/** An export that leaves out the changes of administrators leaves out the attack. */
import { any, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Activity log export covers Administrative, Alert, Policy, Security',
    ja: 'アクティビティログの必要なカテゴリがエクスポートされる',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.monitor.diagnostic-setting',
  why: {
    en: 'Each category answers another question: who changed it, what Defender saw, which policy was broken.',
    ja: '誰が変更したか、Defender が何を見たか、どのポリシーに反したかはカテゴリごとに記録されます。',
  },
  fix: {
    summary: { en: 'Add the missing categories.', ja: '不足しているカテゴリを追加してください。' },
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
}`,
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
  references: ['https://learn.microsoft.com/azure/azure-monitor/essentials/activity-log-schema'],
  equivalents: ['prowler:monitor_diagnostic_setting_with_appropriate_categories', 'cloudsploit:diagnosticsCapturedCategories'],
  params: {
    required: {
      type: 'strings',
      default: ['Administrative', 'Alert', 'Policy', 'Security'],
      description: { en: 'Categories that must be sent', ja: '送るべきカテゴリ' },
    },
  },
  evaluate(setting, { required }) {
    if (!setting.isOfSubscription)
      return notApplicable({
        en: `${setting.name} is of another resource`,
        ja: `${setting.name} はサブスクリプションの設定ではありません`,
      });
    const missing = required.filter(
      (wanted) => !any(setting.categories, (each) => [wanted.toLowerCase(), 'alllogs'].includes(each.toLowerCase())),
    );
    if (missing.length === 0) return pass();
    return fail({
      en: `Diagnostic setting ${setting.name} of the subscription does not send ${missing.join(', ')}`,
      ja: `サブスクリプションの診断設定 ${setting.name} は ${missing.join(', ')} を送りません`,
    });
  },
  examples: [
    fails(
      'one is missing',
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
          { "category": "Security", "enabled": true }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'all four',
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
    passes(
      'everything',
      `resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001"
  log_analytics_workspace_id = "workspace"

  enabled_log {
    category_group = "allLogs"
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
      "properties": { "workspaceId": "workspace", "logs": [{ "categoryGroup": "allLogs", "enabled": true }] }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'of another resource',
      `resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
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
    { "type": "Microsoft.KeyVault/vaults", "apiVersion": "2024-01-01", "name": "orders", "properties": {} },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "name": "activity",
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
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
    passes(
      'by the data source of the subscription',
      `data "azurerm_subscription" "current" {
}
resource "azurerm_monitor_diagnostic_setting" "activity" {
  name                       = "activity"
  target_resource_id         = data.azurerm_subscription.current.id
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
  ],
});
