/** Ransomware writes to a share as fast as everybody else. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'FSx file systems are backed up', ja: 'FSx ファイルシステムがバックアップされている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.fsx.file-system',
  why: {
    en: 'Without automatic backups a mistaken or malicious deletion takes all files at once.',
    ja: '自動バックアップがないと、誤操作や悪意ある削除で全ファイルが失われます。',
  },
  fix: {
    edits: { terraform: [{ set: 'automatic_backup_retention_days', value: 7 }] },
    summary: { en: 'Set automatic_backup_retention_days to 7 or more.', ja: 'automatic_backup_retention_days を 7 以上にしてください。' },
    terraform: `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity                = 64
  subnet_ids                      = ["subnet-0a"]
  deployment_type                 = "SINGLE_AZ_1"
  throughput_capacity             = 64
  automatic_backup_retention_days = 7
}`,
    cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: OPENZFS
      StorageCapacity: 64
      SubnetIds: [subnet-0a]
      OpenZFSConfiguration:
        DeploymentType: SINGLE_AZ_1
        AutomaticBackupRetentionDays: 7`,
  },
  references: ['https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/using-backups.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(fileSystem) {
    if (fileSystem.backupRetentionDays > 0) return pass();
    return fail({
      en: `File system ${fileSystem.name} takes no automatic backups`,
      ja: `ファイルシステム ${fileSystem.name} は自動バックアップを取得していません`,
    });
  },
  examples: [
    fails(
      'not written in Terraform',
      `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 64
}`,
    ),
    fails(
      'switched off',
      `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity                = 64
  subnet_ids                      = ["subnet-0a"]
  deployment_type                 = "SINGLE_AZ_1"
  throughput_capacity             = 64
  automatic_backup_retention_days = 0
}`,
    ),
    fails('switched off, in a template', {
      cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: OPENZFS
      StorageCapacity: 64
      SubnetIds: [subnet-0a]
      OpenZFSConfiguration:
        DeploymentType: SINGLE_AZ_1
        AutomaticBackupRetentionDays: 0`,
    }),
    passes(
      'one week',
      `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity                = 64
  subnet_ids                      = ["subnet-0a"]
  deployment_type                 = "SINGLE_AZ_1"
  throughput_capacity             = 64
  automatic_backup_retention_days = 7
}`,
    ),
    passes('one week, in a template', {
      cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: OPENZFS
      StorageCapacity: 64
      SubnetIds: [subnet-0a]
      OpenZFSConfiguration:
        DeploymentType: SINGLE_AZ_1
        AutomaticBackupRetentionDays: 7`,
    }),
    passes(
      'Windows keeps a week by default',
      `resource "aws_fsx_windows_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a"]
  throughput_capacity = 16
}`,
    ),
  ],
});
