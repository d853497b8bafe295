/** A detector that is switched off sees nothing. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty is on in every used region', ja: '利用中の全リージョンで GuardDuty が有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'GuardDuty finds stolen credentials, mining and exfiltration from logs that nobody reads by hand.',
    ja: 'GuardDuty は、人が読まないログから認証情報の悪用・マイニング・情報の持ち出しを見つけます。',
  },
  fix: {
    summary: { en: 'Set enable to true on the detector.', ja: 'ディテクターの enable を true にしてください。' },
    terraform: `resource "aws_guardduty_detector" "this" {
  enable = true
}`,
    cloudformation: `Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true`,
    cli: 'aws guardduty update-detector --detector-id ID --enable',
    console: { en: 'GuardDuty → Settings → Resume GuardDuty.', ja: 'GuardDuty → 設定 → GuardDuty を再開。' },
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html'],
  equivalents: ['CKV_AWS_238', 'GuardDuty.1', 'prowler:guardduty_is_enabled', 'cloudsploit:guarddutyEnabled'],
  evaluate(detector) {
    if (detector.isEnabled) return pass();
    return fail({
      en: `GuardDuty detector ${detector.name} is suspended`,
      ja: `GuardDuty のディテクター ${detector.name} が停止されています`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_guardduty_detector" "tokyo" {
  enable = false
}`,
    ),
    passes(
      'on by default',
      `resource "aws_guardduty_detector" "tokyo" {
  finding_publishing_frequency = "ONE_HOUR"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable" {}
resource "aws_guardduty_detector" "tokyo" {
  enable = var.enable
}`,
    ),
    fails('switched off in a template', {
      cloudformation: `Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: false`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Enable:
    Type: String
Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: !Ref Enable`,
    }),
  ],
});
