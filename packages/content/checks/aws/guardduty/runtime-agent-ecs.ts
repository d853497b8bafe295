/** Runs as a container beside the task, which is the only way into Fargate. */
import { any, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty installs its agent on ECS on Fargate', ja: 'GuardDuty が ECS (Fargate) にエージェントを自動導入する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: { en: 'Tasks on Fargate cannot be looked into in any other way.', ja: 'Fargate のタスクの内部は、これ以外の方法では見えません。' },
  fix: {
    edits: {
      cloudformation: [
        { set: 'Features[Name=RUNTIME_MONITORING].Status', value: 'ENABLED' },
        { set: 'Features[Name=RUNTIME_MONITORING].AdditionalConfiguration[Name=ECS_FARGATE_AGENT_MANAGEMENT].Status', value: 'ENABLED' },
      ],
    },
    cautions: ['costs'],
    summary: {
      en: 'Add ECS_FARGATE_AGENT_MANAGEMENT to the runtime monitoring of the detector.',
      ja: 'ランタイムモニタリングに ECS_FARGATE_AGENT_MANAGEMENT を追加してください。',
    },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "runtime" {
  detector_id = aws_guardduty_detector.main.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"
  additional_configuration {
    name   = "ECS_FARGATE_AGENT_MANAGEMENT"
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
            - Name: ECS_FARGATE_AGENT_MANAGEMENT
              Status: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring-configuration.html'],
  equivalents: ['GuardDuty.12'],
  noFramework: 'no control mapping yet',
  evaluate(detector) {
    if (!detector.isEnabled) return notApplicable({ en: 'The detector is off', ja: '検出器が無効です' });
    if (!detector.watchesRuntime) return notApplicable({ en: 'Runtime monitoring is off', ja: 'ランタイムモニタリングが無効です' });
    if (any(detector.managedAgents, (agent) => agent === 'ECS_FARGATE_AGENT_MANAGEMENT')) return pass();
    return fail({
      en: `Detector ${detector.name} installs no agent on ECS on Fargate by itself`,
      ja: `検出器 ${detector.name} は ECS (Fargate) にエージェントを自動導入しません`,
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
    name   = "ECS_FARGATE_AGENT_MANAGEMENT"
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
            - Name: ECS_FARGATE_AGENT_MANAGEMENT
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
    name   = "ECS_FARGATE_AGENT_MANAGEMENT"
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
            - Name: ECS_FARGATE_AGENT_MANAGEMENT
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
