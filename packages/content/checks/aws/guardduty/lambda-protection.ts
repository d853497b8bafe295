/** Reads flow logs of the functions, also of those outside of a VPC. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty watches Lambda network activity', ja: 'GuardDuty が Lambda の通信を監視している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'A function that talks to a command server or a mining pool is not noticed.',
    ja: 'C&C サーバーや採掘プールと通信する関数に気づけません。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'Features[Name=LAMBDA_NETWORK_LOGS].Status', value: 'ENABLED' }] },
    cautions: ['costs'],
    summary: {
      en: 'Turn on the feature LAMBDA_NETWORK_LOGS of the detector.',
      ja: '検出器の機能 LAMBDA_NETWORK_LOGS を有効にしてください。',
    },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.main.id
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "ENABLED"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: LAMBDA_NETWORK_LOGS
          Status: ENABLED`,
    cli: 'aws guardduty update-detector --detector-id ID --features Name=LAMBDA_NETWORK_LOGS,Status=ENABLED',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/lambda-protection.html'],
  equivalents: ['GuardDuty.6', 'prowler:guardduty_lambda_protection_enabled', 'cloudsploit:lambdaProtectionEnabled'],
  evaluate(detector) {
    if (!detector.isEnabled) return notApplicable({ en: 'The detector is off', ja: '検出器が無効です' });
    if (detector.watchesLambda) return pass();
    return fail({
      en: `Detector ${detector.name} does not watch network activity of Lambda`,
      ja: `検出器 ${detector.name} はLambda の通信を監視していません`,
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
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "DISABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: LAMBDA_NETWORK_LOGS
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
  name        = "LAMBDA_NETWORK_LOGS"
  status      = "ENABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: LAMBDA_NETWORK_LOGS
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
