/** Installed through Systems Manager: instances have to be managed by it. */
import { any, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty installs its agent on EC2', ja: 'GuardDuty が EC2 にエージェントを自動導入する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'Instances without the agent are blind spots: miners and shells on them are not seen.',
    ja: 'エージェントのないインスタンスは死角となり、採掘プログラムやシェルを検知できません。',
  },
  fix: {
    edits: {
      cloudformation: [
        { set: 'Features[Name=RUNTIME_MONITORING].Status', value: 'ENABLED' },
        { set: 'Features[Name=RUNTIME_MONITORING].AdditionalConfiguration[Name=EC2_AGENT_MANAGEMENT].Status', value: 'ENABLED' },
      ],
    },
    cautions: ['costs'],
    summary: {
      en: 'Add EC2_AGENT_MANAGEMENT to the runtime monitoring of the detector.',
      ja: 'ランタイムモニタリングに EC2_AGENT_MANAGEMENT を追加してください。',
    },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "runtime" {
  detector_id = aws_guardduty_detector.main.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
  additional_configuration {
    name   = "EC2_AGENT_MANAGEMENT"
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
            - Name: EC2_AGENT_MANAGEMENT
              Status: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring-configuration.html'],
  equivalents: ['GuardDuty.13'],
  noFramework: 'no control mapping yet',
  evaluate(detector) {
    if (!detector.isEnabled) return notApplicable({ en: 'The detector is off', ja: '検出器が無効です' });
    if (!detector.watchesRuntime) return notApplicable({ en: 'Runtime monitoring is off', ja: 'ランタイムモニタリングが無効です' });
    if (any(detector.managedAgents, (agent) => agent === 'EC2_AGENT_MANAGEMENT')) return pass();
    return fail({
      en: `Detector ${detector.name} installs no agent on EC2 by itself`,
      ja: `検出器 ${detector.name} は EC2 にエージェントを自動導入しません`,
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
    name   = "EC2_AGENT_MANAGEMENT"
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
            - Name: EC2_AGENT_MANAGEMENT
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
    name   = "EC2_AGENT_MANAGEMENT"
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
            - Name: EC2_AGENT_MANAGEMENT
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
