/** Evidence that one call deletes is no evidence. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Event data stores cannot be deleted by accident', ja: 'イベントデータストアが削除から保護されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudtrail.event-data-store',
  why: {
    en: 'An intruder with the right to delete removes the audit log with one call.',
    ja: '削除権限を持つ侵入者は、1 回の呼び出しで監査ログを消せます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'termination_protection_enabled', value: true }],
      cloudformation: [{ set: 'TerminationProtectionEnabled', value: true }],
    },
    summary: { en: 'Remove termination_protection_enabled = false.', ja: 'termination_protection_enabled = false を削除してください。' },
    terraform: `resource "aws_cloudtrail_event_data_store" "audit" {
  name = "audit"
  termination_protection_enabled = true
}`,
    cloudformation: `Resources:
  Audit:
    Type: AWS::CloudTrail::EventDataStore
    Properties:
      Name: audit
      TerminationProtectionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(store) {
    if (store.isProtected) return pass();
    return fail({
      en: `Event data store ${store.name} has no termination protection`,
      ja: `イベントデータストア ${store.name} の削除保護が無効です`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_cloudtrail_event_data_store" "audit" {
  name = "audit"
  termination_protection_enabled = false
}`,
      {
        cloudformation: `Resources:
  Audit:
    Type: AWS::CloudTrail::EventDataStore
    Properties:
      Name: audit
      TerminationProtectionEnabled: false`,
      },
    ),
    passes(
      'by default',
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
  ],
});
