/** A vault without a plan stays empty. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A backup plan exists', ja: 'バックアッププランが存在する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.backup.vault',
  why: {
    en: 'Backups that depend on somebody remembering are missing on the day they are needed.',
    ja: '人の記憶に頼るバックアップは、必要な日に限って存在しません。',
  },
  fix: {
    summary: { en: 'Add an aws_backup_plan with a rule.', ja: 'ルールを持つ aws_backup_plan を追加してください。' },
    terraform: `resource "aws_backup_vault" "main" {
  name = "main-vault"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 18 * * ? *)"
  }
}`,
    cloudformation: `Resources:
  MainVault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: main-vault
  Daily:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: !Ref MainVault
            ScheduleExpression: cron(0 18 * * ? *)`,
    cli: 'aws backup create-backup-plan --backup-plan file://plan.json',
    console: { en: 'AWS Backup → Backup plans → Create backup plan.', ja: 'AWS Backup → バックアッププラン → バックアッププランを作成。' },
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html'],
  equivalents: ['prowler:backup_plans_exist'],
  evaluate(vault) {
    if (vault.hasPlan) return pass();
    return fail({
      en: `Backup vault ${vault.name} has no backup plan with a rule`,
      ja: `バックアップボールト ${vault.name} にはルールを持つプランがありません`,
    });
  },
  examples: [
    fails(
      'a vault alone',
      `resource "aws_backup_vault" "main" {
  name = "main-vault"
}
`,
      {
        cloudformation: `Resources:
  MainVault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: main-vault`,
      },
    ),
    passes(
      'a plan with a rule',
      `resource "aws_backup_vault" "main" {
  name = "main-vault"
}
resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 18 * * ? *)"
  }
}`,
      {
        cloudformation: `Resources:
  MainVault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: main-vault
  Daily:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: daily
        BackupPlanRule:
          - RuleName: daily
            TargetBackupVault: !Ref MainVault
            ScheduleExpression: cron(0 18 * * ? *)`,
      },
    ),
    isUnknown(
      'a plan behind a switch nobody set',
      `variable "plans" {}
resource "aws_backup_vault" "main" {
  name = "main-vault"
}
resource "aws_backup_plan" "daily" {
  count = var.plans
  name  = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 18 * * ? *)"
  }
}`,
    ),
  ],
});
