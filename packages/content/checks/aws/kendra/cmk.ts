import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Kendra indexes are encrypted with a customer managed key',
    ja: 'Kendra インデックスがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.kendra.index',
  why: {
    en: 'The index holds the text of every document it searches. With a key of your own you decide who may decrypt it.',
    ja: 'インデックスには検索対象の全文書の本文が含まれます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Name a KMS key in server_side_encryption_configuration; an index takes it only when it is created.',
      ja: 'server_side_encryption_configuration に KMS キーを指定してください。作成時にのみ設定できます。',
    },
    terraform: `resource "aws_kendra_index" "handbook" {
  name     = "handbook"
  role_arn = "arn:aws:iam::123456789012:role/kendra"
  server_side_encryption_configuration {
    kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
    cloudformation: `Resources:
  Handbook:
    Type: AWS::Kendra::Index
    Properties:
      Name: handbook
      RoleArn: arn:aws:iam::123456789012:role/kendra
      Edition: ENTERPRISE_EDITION
      ServerSideEncryptionConfiguration:
        KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_262', 'cloudsploit:kendraIndexEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(index) {
    if (index.hasCustomerKey) return pass();
    return fail({
      en: `Kendra index ${index.name} is not encrypted with a customer managed key`,
      ja: `Kendra インデックス ${index.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_kendra_index" "handbook" {
  name     = "handbook"
  role_arn = "arn:aws:iam::123456789012:role/kendra"
}`,
      {
        cloudformation: `Resources:
  Handbook:
    Type: AWS::Kendra::Index
    Properties:
      Name: handbook
      RoleArn: arn:aws:iam::123456789012:role/kendra
      Edition: ENTERPRISE_EDITION`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_kendra_index" "handbook" {
  name     = "handbook"
  role_arn = "arn:aws:iam::123456789012:role/kendra"
  server_side_encryption_configuration {
    kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
      {
        cloudformation: `Resources:
  Handbook:
    Type: AWS::Kendra::Index
    Properties:
      Name: handbook
      RoleArn: arn:aws:iam::123456789012:role/kendra
      Edition: ENTERPRISE_EDITION
      ServerSideEncryptionConfiguration:
        KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
