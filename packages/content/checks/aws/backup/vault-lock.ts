/** Ransomware deletes the backups first. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Backup vault is locked against deletion', ja: 'バックアップボールトが削除から保護されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.backup.vault',
  why: {
    en: 'Whoever takes over an administrator deletes recovery points before he encrypts the rest.',
    ja: '管理者権限を奪った攻撃者は、暗号化の前に復旧ポイントを削除します。',
  },
  fix: {
    summary: { en: 'Add a vault lock with a shortest retention.', ja: '最短保持期間を定めたボールトロックを追加してください。' },
    terraform: `resource "aws_backup_vault" "orders" {
  name = "orders"
}
resource "aws_backup_vault_lock_configuration" "orders" {
  backup_vault_name   = aws_backup_vault.orders.name
  min_retention_days  = 30
  changeable_for_days = 3
}`,
    cloudformation: `Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: orders
      LockConfiguration:
        MinRetentionDays: 30
        ChangeableForDays: 3`,
    cli: 'aws backup put-backup-vault-lock-configuration --backup-vault-name NAME --min-retention-days 30 --changeable-for-days 3',
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html'],
  equivalents: ['cloudsploit:backupDeletionProtection'],
  evaluate(vault) {
    if (vault.isLocked) return pass();
    return fail({ en: `Recovery points in vault ${vault.name} can be deleted`, ja: `ボールト ${vault.name} の復旧ポイントは削除できます` });
  },
  examples: [
    fails(
      'no lock',
      `resource "aws_backup_vault" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: orders`,
      },
    ),
    passes(
      'locked',
      `resource "aws_backup_vault" "orders" {
  name = "orders"
}
resource "aws_backup_vault_lock_configuration" "orders" {
  backup_vault_name   = aws_backup_vault.orders.name
  min_retention_days  = 30
  changeable_for_days = 3
}`,
      {
        cloudformation: `Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: orders
      LockConfiguration:
        MinRetentionDays: 30
        ChangeableForDays: 3`,
      },
    ),
  ],
});
