/** A backup that was never restored is a hope. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Restores are tested on a schedule', ja: '復元が定期的に試験されている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.backup.plan',
  why: {
    en: 'Backups that cannot be restored are found out on the day they are needed.',
    ja: '復元できないバックアップは、必要になった日に初めて判明します。',
  },
  fix: {
    summary: { en: 'Add a restore testing plan.', ja: '復元テストプランを追加してください。' },
    terraform: `resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
    schedule          = "cron(0 3 * * ? *)"
  }
}
resource "aws_backup_restore_testing_plan" "orders" {
  name                = "orders_restore"
  schedule_expression = "cron(0 5 ? * sun *)"
  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT"]
  }
}`,
    cloudformation: `Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: orders
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: orders
  Test:
    Type: AWS::Backup::RestoreTestingPlan
    Properties:
      RestoreTestingPlanName: orders_restore
      ScheduleExpression: cron(0 5 ? * sun *)`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html'],
  equivalents: [],
  evaluate(plan) {
    if (plan.isRestoreTested) return pass();
    return fail({ en: `No restore test stands beside plan ${plan.name}`, ja: `プラン ${plan.name} に対する復元テストがありません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
    schedule          = "cron(0 3 * * ? *)"
  }
}`,
      {
        cloudformation: `Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: orders
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: orders`,
      },
    ),
    passes(
      'weekly',
      `resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
    schedule          = "cron(0 3 * * ? *)"
  }
}
resource "aws_backup_restore_testing_plan" "orders" {
  name                = "orders_restore"
  schedule_expression = "cron(0 5 ? * sun *)"
  recovery_point_selection {
    algorithm            = "LATEST_WITHIN_WINDOW"
    include_vaults       = ["*"]
    recovery_point_types = ["SNAPSHOT"]
  }
}`,
      {
        cloudformation: `Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: orders
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: orders
  Test:
    Type: AWS::Backup::RestoreTestingPlan
    Properties:
      RestoreTestingPlanName: orders_restore
      ScheduleExpression: cron(0 5 ? * sun *)`,
      },
    ),
  ],
});
