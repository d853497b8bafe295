/** Nobody knows which bucket holds card numbers until somebody looks. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Macie is on', ja: 'Macie が有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.macie.session',
  why: {
    en: 'While Macie is paused, sensitive data in buckets stays unknown.',
    ja: 'Macie が一時停止中だと、バケット内の機密データの所在が分かりません。',
  },
  fix: {
    edits: { terraform: [{ set: 'status', value: 'ENABLED' }], cloudformation: [{ set: 'Status', value: 'ENABLED' }] },
    cautions: ['costs'],
    summary: { en: 'Remove status = "PAUSED".', ja: 'status = "PAUSED" を削除してください。' },
    terraform: `resource "aws_macie2_account" "main" {
  status = "ENABLED"
}`,
    cloudformation: `Resources:
  Macie:
    Type: AWS::Macie::Session
    Properties:
      Status: ENABLED`,
    cli: 'aws macie2 update-macie-session --status ENABLED',
  },
  references: ['https://docs.aws.amazon.com/macie/latest/user/what-is-macie.html'],
  equivalents: ['Macie.1', 'prowler:macie_is_enabled'],
  evaluate(session) {
    if (session.status === 'ENABLED') return pass();
    return fail({ en: `Macie (${session.name}) is ${session.status}`, ja: `Macie (${session.name}) の状態は ${session.status} です` });
  },
  examples: [
    fails(
      'paused',
      `resource "aws_macie2_account" "main" {
  status = "PAUSED"
}`,
      {
        cloudformation: `Resources:
  Macie:
    Type: AWS::Macie::Session
    Properties:
      Status: PAUSED`,
      },
    ),
    passes(
      'by default',
      `resource "aws_macie2_account" "main" {
  finding_publishing_frequency = "ONE_HOUR"
}`,
      {
        cloudformation: `Resources:
  Macie:
    Type: AWS::Macie::Session
    Properties:
      FindingPublishingFrequency: ONE_HOUR`,
      },
    ),
  ],
});
