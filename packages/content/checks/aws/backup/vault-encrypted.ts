/** A backup holds everything the source held, under a key that often outlives it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Backups are encrypted', ja: 'バックアップが暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.backup.vault',
  why: {
    en: 'Without an own key the AWS managed one decrypts: its policy cannot be narrowed, and recovery points under it cannot be shared or copied under control.',
    ja: '独自のキーがないと AWS マネージドキーが使われ、権限を絞れず、復旧ポイントの共有やコピーも制御できません。',
  },
  fix: {
    summary: { en: 'Name a KMS key for the vault.', ja: 'ボールトに KMS キーを指定してください。' },
    terraform: `resource "aws_kms_key" "backup" {}
resource "aws_backup_vault" "orders" {
  name = "orders"
  kms_key_arn = aws_kms_key.backup.arn
}`,
    cloudformation: `Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: orders
      EncryptionKeyArn: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
  equivalents: [
    'CKV_AWS_166',
    'Backup.1',
    'prowler:backup_vaults_encrypted',
    'prowler:backup_recovery_point_encrypted',
    'cloudsploit:backupVaultEncrypted',
  ],
  evaluate(vault) {
    if (vault.hasKmsKey) return pass();
    return fail({
      en: `Backup vault ${vault.name} has no customer key`,
      ja: `バックアップボールト ${vault.name} にカスタマーマネージドキーがありません`,
    });
  },
  examples: [
    fails(
      'none',
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
      'own key',
      `resource "aws_kms_key" "backup" {}
resource "aws_backup_vault" "orders" {
  name = "orders"
  kms_key_arn = aws_kms_key.backup.arn
}`,
      {
        cloudformation: `Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: orders
      EncryptionKeyArn: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
