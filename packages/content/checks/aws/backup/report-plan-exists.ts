/** A backup that fails for weeks is noticed by a report or by a disaster. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Backup jobs are reported', ja: 'バックアップジョブが報告される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.backup.plan',
  why: {
    en: 'Failed and missing backups stay unnoticed until one is needed.',
    ja: '失敗や欠落したバックアップに、必要になるまで気づけません。',
  },
  fix: {
    summary: { en: 'Add a report plan for backup jobs.', ja: 'バックアップジョブのレポートプランを追加してください。' },
    terraform: `resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
  }
}
resource "aws_backup_report_plan" "jobs" {
  name = "jobs"
  report_delivery_channel {
    s3_bucket_name = "backup-reports"
  }
  report_setting {
    report_template = "BACKUP_JOB_REPORT"
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
  Report:
    Type: AWS::Backup::ReportPlan
    Properties:
      ReportPlanName: jobs
      ReportDeliveryChannel:
        S3BucketName: backup-reports
      ReportSetting:
        ReportTemplate: BACKUP_JOB_REPORT`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-audit-manager.html'],
  equivalents: ['prowler:backup_reportplans_exist'],
  noFramework: 'no control mapping yet',
  evaluate(plan) {
    if (plan.isReported) return pass();
    return fail({ en: `No report plan stands beside plan ${plan.name}`, ja: `プラン ${plan.name} に対するレポートプランがありません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
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
      'reported',
      `resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "daily"
    target_vault_name = "orders"
  }
}
resource "aws_backup_report_plan" "jobs" {
  name = "jobs"
  report_delivery_channel {
    s3_bucket_name = "backup-reports"
  }
  report_setting {
    report_template = "BACKUP_JOB_REPORT"
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
  Report:
    Type: AWS::Backup::ReportPlan
    Properties:
      ReportPlanName: jobs
      ReportDeliveryChannel:
        S3BucketName: backup-reports
      ReportSetting:
        ReportTemplate: BACKUP_JOB_REPORT`,
      },
    ),
  ],
});
