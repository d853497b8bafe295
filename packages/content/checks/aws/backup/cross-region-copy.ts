/** Ransomware and region outages take the backups beside the data. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Backups are copied to another region or account', ja: 'バックアップが別リージョンまたは別アカウントにコピーされる' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.backup.plan',
  why: {
    en: 'Backups in the same account and region are lost together with the data.',
    ja: '同じアカウント・リージョンのバックアップは、データと一緒に失われます。',
  },
  fix: {
    summary: { en: 'Add a copy_action to a rule of the plan.', ja: 'プランのルールに copy_action を追加してください。' },
    terraform: `resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
    schedule          = "cron(0 3 * * ? *)"
    copy_action {
      destination_vault_arn = "arn:aws:backup:ap-northeast-3:123456789012:backup-vault:orders"
    }
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
            CopyActions:
              - DestinationBackupVaultArn: arn:aws:backup:ap-northeast-3:123456789012:backup-vault:orders`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html'],
  equivalents: [],
  evaluate(plan) {
    if (any(plan.rules, (rule) => rule.copies)) return pass();
    return fail({
      en: `Plan ${plan.name} copies no backup to another vault`,
      ja: `プラン ${plan.name} はバックアップを別のボールトにコピーしません`,
    });
  },
  examples: [
    fails(
      'no copy',
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
      'copied',
      `resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
    schedule          = "cron(0 3 * * ? *)"
    copy_action {
      destination_vault_arn = "arn:aws:backup:ap-northeast-3:123456789012:backup-vault:orders"
    }
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
            CopyActions:
              - DestinationBackupVaultArn: arn:aws:backup:ap-northeast-3:123456789012:backup-vault:orders`,
      },
    ),
  ],
});
