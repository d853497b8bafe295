/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'File systems use a customer managed key', ja: 'ファイルシステムがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.efs.file-system',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the files cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id.', ja: 'kms_key_id を指定してください。' },
    terraform: `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
  kms_key_id     = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_184'],
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
      'the key of AWS',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}`,
    ),
    passes(
      'a key',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
  kms_key_id     = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    fails('the key of AWS in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true`,
    }),
    passes('a key in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
    }),
  ],
});
