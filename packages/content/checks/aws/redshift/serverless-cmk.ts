/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Serverless namespaces use a customer managed key', ja: 'サーバーレス名前空間がカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.serverless-namespace',
  why: {
    en: 'The default key belongs to AWS: no policy of the account limits it, and no log shows its use.',
    ja: '既定のキーは AWS 所有で、アカウント側で制限できず使用記録も残りません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id.', ja: 'kms_key_id を指定してください。' },
    terraform: `resource "aws_redshiftserverless_namespace" "analytics" {
  namespace_name = "analytics"
  kms_key_id     = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Namespace
    Properties:
      NamespaceName: analytics
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html'],
  equivalents: ['CKV_AWS_282', 'RedshiftServerless.4'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.hasCustomerKey) return pass();
    return fail({
      en: `Namespace ${namespace.name} is not encrypted with a customer managed key`,
      ja: `名前空間 ${namespace.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_redshiftserverless_namespace" "analytics" {
  namespace_name = "analytics"
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Namespace
    Properties:
      NamespaceName: analytics`,
      },
    ),
    passes(
      'a key',
      `resource "aws_redshiftserverless_namespace" "analytics" {
  namespace_name = "analytics"
  kms_key_id     = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Namespace
    Properties:
      NamespaceName: analytics
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
