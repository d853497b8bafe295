/** Learns who signs in to which database from where, and reports what differs. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty watches database logins', ja: 'GuardDuty がデータベースへのログインを監視している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'Guessed passwords and logins from unknown places to Aurora and RDS are not seen.',
    ja: 'Aurora や RDS への総当たりや不審な場所からのログインが見えません。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'Features[Name=RDS_LOGIN_EVENTS].Status', value: 'ENABLED' }] },
    cautions: ['costs'],
    summary: { en: 'Turn on the feature RDS_LOGIN_EVENTS of the detector.', ja: '検出器の機能 RDS_LOGIN_EVENTS を有効にしてください。' },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.main.id
  name        = "RDS_LOGIN_EVENTS"
  status      = "ENABLED"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RDS_LOGIN_EVENTS
          Status: ENABLED`,
    cli: 'aws guardduty update-detector --detector-id ID --features Name=RDS_LOGIN_EVENTS,Status=ENABLED',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/rds-protection.html'],
  equivalents: ['GuardDuty.9', 'prowler:guardduty_rds_protection_enabled', 'cloudsploit:rdsProtectionEnabled'],
  evaluate(detector) {
    if (!detector.isEnabled) return notApplicable({ en: 'The detector is off', ja: '検出器が無効です' });
    if (detector.watchesDatabaseLogins) return pass();
    return fail({
      en: `Detector ${detector.name} does not watch database logins`,
      ja: `検出器 ${detector.name} はデータベースへのログインを監視していません`,
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
  name        = "RDS_LOGIN_EVENTS"
  status      = "DISABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RDS_LOGIN_EVENTS
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
  name        = "RDS_LOGIN_EVENTS"
  status      = "ENABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RDS_LOGIN_EVENTS
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
