import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'AppFlow connector profiles are encrypted with a customer managed key',
    ja: 'AppFlow コネクタプロファイルがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appflow.connector-profile',
  why: {
    en: 'A profile holds the credentials of the other service. With a key of your own you decide who may decrypt them.',
    ja: 'プロファイルには接続先サービスの認証情報が含まれます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_arn to a KMS key of your own.',
      ja: 'kms_arn に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_appflow_connector_profile" "crm" {
  name            = "crm"
  connector_type  = "Salesforce"
  connection_mode = "Public"
  kms_arn         = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Crm:
    Type: AWS::AppFlow::ConnectorProfile
    Properties:
      ConnectorProfileName: crm
      ConnectorType: Salesforce
      ConnectionMode: Public
      KMSArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/appflow/latest/userguide/data-protection.html'],
  equivalents: ['CKV_AWS_264'],
  noFramework: 'no control mapping yet',
  evaluate(profile) {
    if (profile.hasCustomerKey) return pass();
    return fail({
      en: `Connector profile ${profile.name} is not encrypted with a customer managed key`,
      ja: `AppFlow コネクタプロファイル ${profile.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_appflow_connector_profile" "crm" {
  name            = "crm"
  connector_type  = "Salesforce"
  connection_mode = "Public"
}`,
      {
        cloudformation: `Resources:
  Crm:
    Type: AWS::AppFlow::ConnectorProfile
    Properties:
      ConnectorProfileName: crm
      ConnectorType: Salesforce
      ConnectionMode: Public`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_appflow_connector_profile" "crm" {
  name            = "crm"
  connector_type  = "Salesforce"
  connection_mode = "Public"
  kms_arn         = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Crm:
    Type: AWS::AppFlow::ConnectorProfile
    Properties:
      ConnectorProfileName: crm
      ConnectorType: Salesforce
      ConnectionMode: Public
      KMSArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
