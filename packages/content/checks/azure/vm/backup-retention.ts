/** Ransomware sleeps for weeks; the backup before it must still be there. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Daily backups are kept long enough', ja: '日次バックアップが十分な期間保持される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.vm.backup-policy',
  why: {
    en: 'Intruders wait for weeks before they encrypt; backups that are gone by then do not help.',
    ja: '侵入者は暗号化の実行まで数週間潜伏することがあり、それまでに消えるバックアップは役に立ちません。',
  },
  fix: {
    summary: { en: 'Keep daily recovery points for 30 days or more.', ja: '日次の復旧ポイントを 30 日以上保持してください。' },
    terraform: `resource "azurerm_backup_policy_vm" "orders" {
  name                = "daily"
  resource_group_name = "orders"
  recovery_vault_name = "backup"

  backup {
    frequency = "Daily"
    time      = "23:00"
  }

  retention_daily {
    count = 30
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults/backupPolicies",
      "apiVersion": "2024-01-01",
      "name": "backup/daily",
      "properties": {
        "backupManagementType": "AzureIaasVM",
        "retentionPolicy": {
          "retentionPolicyType": "LongTermRetentionPolicy",
          "dailySchedule": { "retentionDuration": { "count": 30, "durationType": "Days" } }
        }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/backup/backup-azure-arm-vms-prepare'],
  equivalents: [
    'prowler:vm_sufficient_daily_backup_retention_period',
    'prowler:recovery_vault_backup_policy_retention_adequate',
    'cloudsploit:vmDailyBackupRetention',
  ],
  params: { minimumDays: { type: 'number', default: 30, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } } },
  evaluate(policy, { minimumDays }) {
    const days = policy.dailyRetentionDays;
    if (days >= minimumDays) return pass();
    return fail({
      en: `Backup policy ${policy.name} keeps ${days} daily recovery points, fewer than ${minimumDays}`,
      ja: `バックアップポリシー ${policy.name} の日次保持は ${days} 日分で、必要な ${minimumDays} 日に足りません`,
    });
  },
  examples: [
    fails(
      'a week',
      `resource "azurerm_backup_policy_vm" "orders" {
  name                = "daily"
  resource_group_name = "orders"
  recovery_vault_name = "backup"

  backup {
    frequency = "Daily"
    time      = "23:00"
  }

  retention_daily {
    count = 7
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults/backupPolicies",
      "apiVersion": "2024-01-01",
      "name": "backup/daily",
      "properties": {
        "backupManagementType": "AzureIaasVM",
        "retentionPolicy": {
          "retentionPolicyType": "LongTermRetentionPolicy",
          "dailySchedule": { "retentionDuration": { "count": 7, "durationType": "Days" } }
        }
      }
    }
  ]
}`,
      },
    ),
    passes(
      '30 days',
      `resource "azurerm_backup_policy_vm" "orders" {
  name                = "daily"
  resource_group_name = "orders"
  recovery_vault_name = "backup"

  backup {
    frequency = "Daily"
    time      = "23:00"
  }

  retention_daily {
    count = 30
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults/backupPolicies",
      "apiVersion": "2024-01-01",
      "name": "backup/daily",
      "properties": {
        "backupManagementType": "AzureIaasVM",
        "retentionPolicy": {
          "retentionPolicyType": "LongTermRetentionPolicy",
          "dailySchedule": { "retentionDuration": { "count": 30, "durationType": "Days" } }
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'no daily points',
      `resource "azurerm_backup_policy_vm" "orders" {
  name                = "daily"
  resource_group_name = "orders"
  recovery_vault_name = "backup"

  backup {
    frequency = "Daily"
    time      = "23:00"
  }

  retention_weekly {
    count    = 4
    weekdays = ["Sunday"]
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults/backupPolicies",
      "apiVersion": "2024-01-01",
      "name": "backup/daily",
      "properties": {
        "backupManagementType": "AzureIaasVM",
        "retentionPolicy": { "retentionPolicyType": "LongTermRetentionPolicy", "weeklySchedule": { "daysOfTheWeek": ["Sunday"] } }
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "days" {}
resource "azurerm_backup_policy_vm" "orders" {
  name                = "daily"
  resource_group_name = "orders"
  recovery_vault_name = "backup"

  backup {
    frequency = "Daily"
    time      = "23:00"
  }

  retention_daily {
    count = var.days
  }
}`,
    ),
    isNotApplicable('a policy for something else', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.RecoveryServices/vaults/backupPolicies",
      "apiVersion": "2024-01-01",
      "name": "backup/files",
      "properties": { "backupManagementType": "AzureStorage" }
    }
  ]
}`,
    }),
  ],
});
