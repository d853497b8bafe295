/** An add-on of the cluster; without it each cluster has to be done by hand. */
import { any, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty installs its agent on EKS', ja: 'GuardDuty が EKS にエージェントを自動導入する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'New clusters and nodes start without the agent, and nobody notices.',
    ja: '新しいクラスターやノードがエージェントなしで動き始め、誰も気づきません。',
  },
  fix: {
    edits: {
      cloudformation: [
        { set: 'Features[Name=RUNTIME_MONITORING].Status', value: 'ENABLED' },
        { set: 'Features[Name=RUNTIME_MONITORING].AdditionalConfiguration[Name=EKS_ADDON_MANAGEMENT].Status', value: 'ENABLED' },
      ],
    },
    cautions: ['costs'],
    summary: {
      en: 'Add EKS_ADDON_MANAGEMENT to the runtime monitoring of the detector.',
      ja: 'ランタイムモニタリングに EKS_ADDON_MANAGEMENT を追加してください。',
    },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "runtime" {
  detector_id = aws_guardduty_detector.main.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
  additional_configuration {
    name   = "EKS_ADDON_MANAGEMENT"
    status = "ENABLED"
  }
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RUNTIME_MONITORING
          Status: ENABLED
          AdditionalConfiguration:
            - Name: EKS_ADDON_MANAGEMENT
              Status: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring-configuration.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(detector) {
    if (!detector.isEnabled) return notApplicable({ en: 'The detector is off', ja: '検出器が無効です' });
    if (!detector.watchesRuntime) return notApplicable({ en: 'Runtime monitoring is off', ja: 'ランタイムモニタリングが無効です' });
    if (any(detector.managedAgents, (agent) => agent === 'EKS_ADDON_MANAGEMENT')) return pass();
    return fail({
      en: `Detector ${detector.name} installs no agent on EKS by itself`,
      ja: `検出器 ${detector.name} は EKS にエージェントを自動導入しません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "runtime" {
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
      'switched off',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "runtime" {
  detector_id = aws_guardduty_detector.main.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
  additional_configuration {
    name   = "EKS_ADDON_MANAGEMENT"
    status = "DISABLED"
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RUNTIME_MONITORING
          Status: ENABLED
          AdditionalConfiguration:
            - Name: EKS_ADDON_MANAGEMENT
              Status: DISABLED`,
      },
    ),
    passes(
      'installed',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "runtime" {
  detector_id = aws_guardduty_detector.main.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
  additional_configuration {
    name   = "EKS_ADDON_MANAGEMENT"
    status = "ENABLED"
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: RUNTIME_MONITORING
          Status: ENABLED
          AdditionalConfiguration:
            - Name: EKS_ADDON_MANAGEMENT
              Status: ENABLED`,
      },
    ),
    isNotApplicable(
      'no runtime monitoring',
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
  ],
});
