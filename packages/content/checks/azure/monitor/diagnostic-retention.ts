/** Logs that are gone cannot answer, and logs kept for ever cost and leak: both ends of the band matter. */
import {
  any,
  defineCheck,
  fail,
  fails,
  isNotApplicable,
  isUnknown,
  maximumDays,
  notApplicable,
  pass,
  passes,
  retentionProblem,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Diagnostic settings keep logs for the required period and no longer', ja: '診断設定のログが必要な期間だけ保持される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.monitor.diagnostic-setting',
  why: {
    en: 'Intrusions are often noticed after months: logs must still be there, and a limit keeps cost and personal data in bounds.',
    ja: '侵入は数か月後に気づくことが多く、その時までログが必要です。上限を定めれば費用と個人情報の量も抑えられます。',
  },
  fix: {
    summary: {
      en: 'Set days to the period your policy requires, or leave retention_policy out and keep the logs by a lifecycle rule of the storage account.',
      ja: 'days に規程で求められる期間を設定するか、retention_policy を外してストレージアカウントのライフサイクル管理で保持してください。',
    },
    terraform: `resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault-logs"
  target_resource_id = azurerm_key_vault.orders.id
  storage_account_id = "logs"

  enabled_log {
    category = "AuditEvent"

    retention_policy {
      enabled = true
      days    = 400
    }
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "name": "vault-logs",
      "properties": { "storageAccountId": "logs", "logs": [{ "category": "AuditEvent", "enabled": true, "retentionPolicy": { "enabled": true, "days": 400 } }] }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/essentials/migrate-to-azure-storage-lifecycle-policy'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  params: {
    minimumDays: { type: 'number', default: 365, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } },
    maximumDays,
  },
  evaluate(setting, band) {
    let problem = { en: '', ja: '' };
    const isOutside = any(setting.retentions, ({ isEnabled, days }) => {
      const found = isEnabled ? retentionProblem(days, band) : null;
      if (found) problem = found;
      return found !== null;
    });
    if (isOutside) return fail({ en: `Diagnostic setting ${setting.name} ${problem.en}`, ja: `診断設定 ${setting.name} ${problem.ja}` });
    if (setting.retentions.length > 0) return pass();
    return notApplicable({
      en: `Diagnostic setting ${setting.name} leaves the period to where the logs go`,
      ja: `診断設定 ${setting.name} は保持期間をログの送信先に任せています`,
    });
  },
  examples: [
    fails(
      'a month',
      `resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault-logs"
  target_resource_id = azurerm_key_vault.orders.id
  storage_account_id = "logs"

  enabled_log {
    category = "AuditEvent"

    retention_policy {
      enabled = true
      days    = 30
    }
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
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "name": "vault-logs",
      "properties": { "storageAccountId": "logs", "logs": [{ "category": "AuditEvent", "enabled": true, "retentionPolicy": { "enabled": true, "days": 30 } }] }
    }
  ]
}`,
      },
    ),
    fails(
      'for ever where a maximum is set',
      `resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault-logs"
  target_resource_id = azurerm_key_vault.orders.id
  storage_account_id = "logs"

  enabled_log {
    category = "AuditEvent"

    retention_policy {
      enabled = true
      days    = 0
    }
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
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "name": "vault-logs",
      "properties": { "storageAccountId": "logs", "logs": [{ "category": "AuditEvent", "enabled": true, "retentionPolicy": { "enabled": true, "days": 0 } }] }
    }
  ]
}`,
        params: { maximumDays: 730 },
      },
    ),
    passes(
      '400 days',
      `resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault-logs"
  target_resource_id = azurerm_key_vault.orders.id
  storage_account_id = "logs"

  enabled_log {
    category = "AuditEvent"

    retention_policy {
      enabled = true
      days    = 400
    }
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
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "name": "vault-logs",
      "properties": { "storageAccountId": "logs", "logs": [{ "category": "AuditEvent", "enabled": true, "retentionPolicy": { "enabled": true, "days": 400 } }] }
    }
  ]
}`,
        params: { maximumDays: 730 },
      },
    ),
    passes(
      'switched off, so for ever',
      `resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault-logs"
  target_resource_id = azurerm_key_vault.orders.id
  storage_account_id = "logs"

  enabled_log {
    category = "AuditEvent"

    retention_policy {
      enabled = false
      days    = 30
    }
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
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "name": "vault-logs",
      "properties": { "storageAccountId": "logs", "logs": [{ "category": "AuditEvent", "enabled": true, "retentionPolicy": { "enabled": false, "days": 30 } }] }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'without a policy',
      `resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault-logs"
  target_resource_id = azurerm_key_vault.orders.id
  storage_account_id = "logs"

  enabled_log {
    category = "AuditEvent"
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
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "name": "vault-logs",
      "properties": { "storageAccountId": "logs", "logs": [{ "category": "AuditEvent", "enabled": true }] }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "days" {}
resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault-logs"
  target_resource_id = azurerm_key_vault.orders.id
  storage_account_id = "logs"

  enabled_log {
    category = "AuditEvent"

    retention_policy {
      enabled = true
      days    = var.days
    }
  }
}`,
    ),
  ],
});
