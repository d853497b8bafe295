/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'FSx file systems use a customer managed key', ja: 'FSx ファイルシステムがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.fsx.file-system',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id.', ja: 'kms_key_id を指定してください。' },
    terraform: `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 64
  kms_key_id          = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: OPENZFS
      StorageCapacity: 64
      SubnetIds: [subnet-0a]
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_178', 'CKV_AWS_179', 'CKV_AWS_190', 'CKV_AWS_203'],
  noFramework: 'no control mapping yet',
  evaluate(fileSystem) {
    if (fileSystem.hasCustomerKey) return pass();
    return fail({
      en: `File system ${fileSystem.name} is not encrypted with a customer managed key`,
      ja: `ファイルシステム ${fileSystem.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
      `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 64
}`,
    ),
    fails('no key of its own, in a template', {
      cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: OPENZFS
      StorageCapacity: 64
      SubnetIds: [subnet-0a]`,
    }),
    passes(
      'a key',
      `resource "aws_fsx_openzfs_file_system" "shared" {
  storage_capacity    = 64
  subnet_ids          = ["subnet-0a"]
  deployment_type     = "SINGLE_AZ_1"
  throughput_capacity = 64
  kms_key_id          = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    passes('a key, in a template', {
      cloudformation: `Resources:
  Shared:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: OPENZFS
      StorageCapacity: 64
      SubnetIds: [subnet-0a]
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
    }),
  ],
});
