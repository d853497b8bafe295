/** The only plan that is off in a new detector, and the only one that looks inside of servers. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty runtime monitoring is on', ja: 'GuardDuty ランタイムモニタリングが有効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'What runs on instances and in containers (miners, reverse shells) leaves no trace in logs of the cloud.',
    ja: 'インスタンスやコンテナ内で動くもの (採掘・リバースシェルなど) はクラウドのログに現れません。',
  },
  fix: {
    summary: {
      en: 'Turn on the feature RUNTIME_MONITORING of the detector.',
      ja: '検出器の機能 RUNTIME_MONITORING を有効にしてください。',
    },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.main.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RUNTIME_MONITORING
          Status: ENABLED`,
    cli: 'aws guardduty update-detector --detector-id ID --features Name=RUNTIME_MONITORING,Status=ENABLED',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html'],
  equivalents: ['GuardDuty.7', 'GuardDuty.11', 'prowler:guardduty_eks_runtime_monitoring_enabled'],
  evaluate(detector) {
    if (!detector.isEnabled) return notApplicable({ en: 'The detector is off', ja: '検出器が無効です' });
    if (detector.watchesRuntime) return pass();
    return fail({
      en: `Detector ${detector.name} has no runtime monitoring`,
      ja: `検出器 ${detector.name} ではランタイムモニタリングが有効ではありません`,
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
  name        = "RUNTIME_MONITORING"
  status      = "DISABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RUNTIME_MONITORING
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
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RUNTIME_MONITORING
          Status: ENABLED`,
      },
    ),
    fails(
      'not written: off',
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
    passes(
      'the older one for EKS',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.main.id
  name        = "EKS_RUNTIME_MONITORING"
  status      = "ENABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: EKS_RUNTIME_MONITORING
          Status: ENABLED`,
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
