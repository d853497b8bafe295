import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AppFlow flows are encrypted with a customer managed key', ja: 'AppFlow フローがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appflow.flow',
  why: {
    en: 'Flows carry records of customers between services. With a key of your own you decide who may decrypt them.',
    ja: 'フローはサービス間で顧客データを運びます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_arn to a KMS key of your own.',
      ja: 'kms_arn に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_appflow_flow" "customers" {
  name    = "customers"
  kms_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Customers:
    Type: AWS::AppFlow::Flow
    Properties:
      FlowName: customers
      KMSArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/appflow/latest/userguide/data-protection.html'],
  equivalents: ['CKV_AWS_263', 'cloudsploit:flowEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(flow) {
    if (flow.hasCustomerKey) return pass();
    return fail({
      en: `Flow ${flow.name} is not encrypted with a customer managed key`,
      ja: `AppFlow フロー ${flow.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_appflow_flow" "customers" {
  name = "customers"
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::AppFlow::Flow
    Properties:
      FlowName: customers`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_appflow_flow" "customers" {
  name    = "customers"
  kms_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Customers:
    Type: AWS::AppFlow::Flow
    Properties:
      FlowName: customers
      KMSArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
