/** The audit log is worth a key of its own. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Event data stores use a customer key', ja: 'イベントデータストアがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudtrail.event-data-store',
  why: {
    en: 'Without an own key nobody can take away access to the audit log by the key.',
    ja: '独自のキーがないと、鍵によって監査ログへのアクセスを止めることができません。',
  },
  fix: {
    summary: { en: 'Name a KMS key in kms_key_id.', ja: 'kms_key_id に KMS キーを指定してください。' },
    terraform: `resource "aws_cloudtrail_event_data_store" "audit" {
  name = "audit"
  kms_key_id = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Audit:
    Type: AWS::CloudTrail::EventDataStore
    Properties:
      Name: audit
      KmsKeyId: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html'],
  equivalents: ['CKV_AWS_294', 'CloudTrail.10'],
  noFramework: 'no control mapping yet',
  evaluate(store) {
    if (store.hasKmsKey) return pass();
    return fail({
      en: `Event data store ${store.name} has no customer key`,
      ja: `イベントデータストア ${store.name} にカスタマーマネージドキーがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_cloudtrail_event_data_store" "audit" {
  name = "audit"
}`,
      {
        cloudformation: `Resources:
  Audit:
    Type: AWS::CloudTrail::EventDataStore
    Properties:
      Name: audit`,
      },
    ),
    passes(
      'own key',
      `resource "aws_cloudtrail_event_data_store" "audit" {
  name = "audit"
  kms_key_id = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Audit:
    Type: AWS::CloudTrail::EventDataStore
    Properties:
      Name: audit
      KmsKeyId: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
