/** Reads the data events itself: no trail has to record them. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty watches S3 data events', ja: 'GuardDuty が S3 データイベントを監視している' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'Mass downloads and deletions of objects from unusual places are not seen.',
    ja: '通常と異なる場所からのオブジェクトの大量取得や削除が見えません。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'Features[Name=S3_DATA_EVENTS].Status', value: 'ENABLED' }] },
    cautions: ['costs'],
    summary: { en: 'Turn on the feature S3_DATA_EVENTS of the detector.', ja: '検出器の機能 S3_DATA_EVENTS を有効にしてください。' },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.main.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: S3_DATA_EVENTS
          Status: ENABLED`,
    cli: 'aws guardduty update-detector --detector-id ID --features Name=S3_DATA_EVENTS,Status=ENABLED',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/s3-protection.html'],
  equivalents: ['GuardDuty.10', 'prowler:guardduty_s3_protection_enabled', 'cloudsploit:s3ProtectionEnabled'],
  evaluate(detector) {
    if (!detector.isEnabled) return notApplicable({ en: 'The detector is off', ja: '検出器が無効です' });
    if (detector.watchesS3) return pass();
    return fail({
      en: `Detector ${detector.name} does not watch S3 data events`,
      ja: `検出器 ${detector.name} はS3 データイベントを監視していません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.main.id
  name        = "S3_DATA_EVENTS"
  status      = "DISABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: S3_DATA_EVENTS
          Status: DISABLED`,
      },
    ),
    passes(
      'switched on',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.main.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: S3_DATA_EVENTS
          Status: ENABLED`,
      },
    ),
    passes(
      'not written: on',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true`,
      },
    ),
    fails(
      'older block of the detector',
      `resource "aws_guardduty_detector" "main" {
  enable = true
  datasources {
    s3_logs {
      enable = false
    }
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      DataSources:
        S3Logs:
          Enable: false`,
      },
    ),
    isNotApplicable(
      'the detector is off',
      `resource "aws_guardduty_detector" "main" {
  enable = false
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: false`,
      },
    ),
  ],
});
