/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Timestream databases use a customer managed key', ja: 'Timestream データベースがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.timestream.database',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id.', ja: 'kms_key_id を指定してください。' },
    terraform: `resource "aws_timestreamwrite_database" "metrics" {
  database_name = "metrics"
  kms_key_id    = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Metrics:
    Type: AWS::Timestream::Database
    Properties:
      DatabaseName: metrics
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html'],
  equivalents: ['CKV_AWS_160'],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.hasCustomerKey) return pass();
    return fail({
      en: `Database ${database.name} is not encrypted with a customer managed key`,
      ja: `データベース ${database.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
      `resource "aws_timestreamwrite_database" "metrics" {
  database_name = "metrics"
}`,
      {
        cloudformation: `Resources:
  Metrics:
    Type: AWS::Timestream::Database
    Properties:
      DatabaseName: metrics`,
      },
    ),
    passes(
      'a key',
      `resource "aws_timestreamwrite_database" "metrics" {
  database_name = "metrics"
  kms_key_id    = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
      {
        cloudformation: `Resources:
  Metrics:
    Type: AWS::Timestream::Database
    Properties:
      DatabaseName: metrics
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
