/** Reads the audit log of the control plane itself: it need not be delivered anywhere. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty watches EKS audit logs', ja: 'GuardDuty が EKS 監査ログを監視している' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'Anonymous access and privilege escalation inside clusters go unnoticed.',
    ja: 'クラスター内の匿名アクセスや権限昇格に気づけません。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'Features[Name=EKS_AUDIT_LOGS].Status', value: 'ENABLED' }] },
    cautions: ['costs'],
    summary: { en: 'Turn on the feature EKS_AUDIT_LOGS of the detector.', ja: '検出器の機能 EKS_AUDIT_LOGS を有効にしてください。' },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.main.id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: EKS_AUDIT_LOGS
          Status: ENABLED`,
    cli: 'aws guardduty update-detector --detector-id ID --features Name=EKS_AUDIT_LOGS,Status=ENABLED',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/kubernetes-protection.html'],
  equivalents: ['GuardDuty.5', 'prowler:guardduty_eks_audit_log_enabled', 'cloudsploit:eksProtectionEnabled'],
  evaluate(detector) {
    if (!detector.isEnabled) return notApplicable({ en: 'The detector is off', ja: '検出器が無効です' });
    if (detector.watchesEksAudit) return pass();
    return fail({
      en: `Detector ${detector.name} does not watch EKS audit logs`,
      ja: `検出器 ${detector.name} はEKS 監査ログを監視していません`,
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
  name        = "EKS_AUDIT_LOGS"
  status      = "DISABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: EKS_AUDIT_LOGS
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
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
      Features:
        - Name: EKS_AUDIT_LOGS
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
