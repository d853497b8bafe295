/** Ransomware writes to a share as fast as everybody else. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'File systems are backed up', ja: 'ファイルシステムがバックアップされている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.efs.file-system',
  why: {
    en: 'Without backups a mistaken or malicious deletion takes all files at once.',
    ja: 'バックアップがないと、誤操作や悪意ある削除で全ファイルが失われます。',
  },
  fix: {
    edits: {
      terraform: [{ beside: 'aws_efs_backup_policy', by: 'file_system_id', values: { 'backup_policy.status': 'ENABLED' } }],
      cloudformation: [{ set: 'BackupPolicy.Status', value: 'ENABLED' }],
    },
    summary: {
      en: 'Turn automatic backups on (aws_efs_backup_policy), or choose it in a backup plan.',
      ja: '自動バックアップを有効にするか (aws_efs_backup_policy)、バックアッププランの対象にしてください。',
    },
    terraform: `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}

resource "aws_efs_backup_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id

  backup_policy {
    status = "ENABLED"
  }
}`,
    cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      BackupPolicy:
        Status: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html'],
  equivalents: ['CKV2_AWS_18', 'EFS.2', 'EFS.7', 'prowler:efs_have_backup_enabled'],
  evaluate(fileSystem) {
    if (
      anyOf(
        () => fileSystem.isInBackupPlan,
        () => fileSystem.automaticBackup,
      )
    )
      return pass();
    return fail({
      en: `File system ${fileSystem.name} is not backed up`,
      ja: `ファイルシステム ${fileSystem.name} はバックアップされていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}`,
    ),
    passes(
      'on',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}

resource "aws_efs_backup_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id

  backup_policy {
    status = "ENABLED"
  }
}`,
    ),
    fails(
      'switched off',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}

resource "aws_efs_backup_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id

  backup_policy {
    status = "DISABLED"
  }
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      PerformanceMode: generalPurpose`,
    }),
    fails('switched off in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      BackupPolicy:
        Status: DISABLED`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      BackupPolicy:
        Status: ENABLED`,
    }),
    passes(
      'chosen in a backup plan',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
}
resource "aws_backup_selection" "daily" {
  name         = "daily"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_efs_file_system.shared.arn]
}`,
      {
        cloudformation: `Resources:
  Shared:
    Type: AWS::EFS::FileSystem
  Daily:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: daily
      BackupSelection:
        SelectionName: daily
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources:
          - !GetAtt Shared.Arn`,
      },
    ),
  ],
});
