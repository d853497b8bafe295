/** Access and retention rules by tag do not see a backup without tags. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'FSx backups inherit tags', ja: 'FSx のバックアップがタグを引き継ぐ' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.fsx.file-system',
  why: {
    en: 'Backups without the tags of their file system escape access rules, retention and cost reports that go by tags.',
    ja: 'タグのないバックアップは、タグによるアクセス制御・保持・費用管理の対象から外れます。',
  },
  fix: {
    edits: {
      terraform: [
        {
          of: ['aws_fsx_lustre_file_system', 'aws_fsx_openzfs_file_system', 'aws_fsx_windows_file_system'],
          set: 'copy_tags_to_backups',
          value: true,
        },
      ],
      cloudformation: [{ set: 'OpenZFSConfiguration[*].CopyTagsToBackups', value: true }],
    },
    summary: { en: 'Set copy_tags_to_backups to true.', ja: 'copy_tags_to_backups を true にしてください。' },
    terraform: `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity     = 64
  subnet_ids           = ["subnet-0a"]
  deployment_type      = "SINGLE_AZ_1"
  throughput_capacity  = 64
  copy_tags_to_backups = true
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
        CopyTagsToBackups: true`,
  },
  references: ['https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/using-backups.html'],
  equivalents: ['FSx.1', 'FSx.2', 'prowler:fsx_file_system_copy_tags_to_backups_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(fileSystem) {
    if (fileSystem.copiesTagsToBackups) return pass();
    return fail({
      en: `Backups of file system ${fileSystem.name} do not inherit its tags`,
      ja: `ファイルシステム ${fileSystem.name} のバックアップはタグを引き継ぎません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 64
}`,
    ),
    fails('not written, in a template', {
      cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: OPENZFS
      StorageCapacity: 64
      SubnetIds: [subnet-0a]
      OpenZFSConfiguration:
        DeploymentType: SINGLE_AZ_1
        ThroughputCapacity: 64`,
    }),
    passes(
      'on',
      `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity     = 64
  subnet_ids           = ["subnet-0a"]
  deployment_type      = "SINGLE_AZ_1"
  throughput_capacity  = 64
  copy_tags_to_backups = true
}`,
    ),
    passes('on, in a template', {
      cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: OPENZFS
      StorageCapacity: 64
      SubnetIds: [subnet-0a]
      OpenZFSConfiguration:
        DeploymentType: SINGLE_AZ_1
        CopyTagsToBackups: true`,
    }),
  ],
});
