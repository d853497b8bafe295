/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Replication endpoints use a customer managed key',
    ja: 'レプリケーションのエンドポイントがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dms.endpoint',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_arn.', ja: 'kms_key_arn を指定してください。' },
    terraform: `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "db.example.com"
  kms_key_arn   = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: postgres
      ServerName: db.example.com
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html'],
  equivalents: ['CKV_AWS_296', 'CKV_AWS_298'],
  noFramework: 'no control mapping yet',
  evaluate(endpoint) {
    if (endpoint.hasCustomerKey) return pass();
    return fail({
      en: `Endpoint ${endpoint.name} is not encrypted with a customer managed key`,
      ja: `エンドポイント ${endpoint.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "db.example.com"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: postgres
      ServerName: db.example.com`,
      },
    ),
    passes(
      'a key',
      `resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "db.example.com"
  kms_key_arn   = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointIdentifier: orders
      EndpointType: source
      EngineName: postgres
      ServerName: db.example.com
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
