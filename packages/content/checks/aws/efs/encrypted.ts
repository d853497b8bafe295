/** Encryption of a file system is decided when it is made. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'File systems are encrypted', ja: 'ファイルシステムが暗号化されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.efs.file-system',
  why: {
    en: 'Files at rest are readable below the file system unless it is encrypted, which can only be chosen at creation.',
    ja: '暗号化しないと保存ファイルは下位のストレージ層で読み取れます。暗号化は作成時にしか選べません。',
  },
  fix: {
    edits: { terraform: [{ set: 'encrypted', value: true }], cloudformation: [{ set: 'Encrypted', value: true }] },
    cautions: ['replaces'],
    summary: {
      en: 'Set encrypted to true and copy the files to the new file system.',
      ja: 'encrypted を true にし、新しいファイルシステムにコピーしてください。',
    },
    terraform: `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}`,
    cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true`,
    cli: 'aws efs create-file-system --creation-token NEW --encrypted',
    console: {
      en: 'EFS → Create file system → Customize → Enable encryption of data at rest.',
      ja: 'EFS → ファイルシステムを作成 → カスタマイズ → 保管時の暗号化を有効化。',
    },
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'],
  equivalents: [
    'CKV_AWS_42',
    'AVD-AWS-0037',
    'tfsec:aws-efs-enable-at-rest-encryption',
    'EFS.1',
    'prowler:efs_encryption_at_rest_enabled',
    'cloudsploit:efsEncryptionEnabled',
  ],
  evaluate(fileSystem) {
    if (fileSystem.isEncrypted) return pass();
    return fail({
      en: `File system ${fileSystem.name} is not encrypted`,
      ja: `ファイルシステム ${fileSystem.name} は暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
}
`,
      {
        cloudformation: `Resources:
  SharedFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      PerformanceMode: generalPurpose`,
      },
    ),
    passes(
      'on',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted = true
}
`,
      {
        cloudformation: `Resources:
  SharedFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "encrypted" {}
resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted = var.encrypted
}
`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      PerformanceMode: generalPurpose`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Encrypted:
    Type: String
Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: !Ref Encrypted`,
    }),
  ],
});
