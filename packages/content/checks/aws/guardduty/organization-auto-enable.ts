/** An account that is opened tomorrow should be watched tomorrow. */
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty enrolls the accounts of the organization', ja: 'GuardDuty が組織のアカウントを自動で登録する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.guardduty.detector',
  why: {
    en: 'New accounts are not watched until somebody remembers to enroll them.',
    ja: '新しいアカウントは、誰かが登録するまで監視されません。',
  },
  fix: {
    summary: {
      en: 'Add an organization configuration that enables all members.',
      ja: '全メンバーを有効にする組織設定を追加してください。',
    },
    terraform: `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_organization_configuration" "main" {
  detector_id                      = aws_guardduty_detector.main.id
  auto_enable_organization_members = "ALL"
}`,
    cli: 'aws guardduty update-organization-configuration --detector-id ID --auto-enable-organization-members ALL',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html'],
  equivalents: ['CKV2_AWS_3'],
  noFramework: 'no control mapping yet',
  without: { cloudformation: 'CloudFormation has no organization configuration of GuardDuty' },
  evaluate(detector) {
    const isEnrolled = allOf(
      () => detector.isEnabled,
      () => detector.enrollsOrganization,
    );
    if (isEnrolled) return pass();
    return fail({
      en: `Detector ${detector.name} does not enroll the accounts of the organization`,
      ja: `検出器 ${detector.name} は組織のアカウントを自動登録しません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}`,
    ),
    fails(
      'nobody',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_organization_configuration" "main" {
  detector_id                      = aws_guardduty_detector.main.id
  auto_enable_organization_members = "NONE"
}`,
    ),
    passes(
      'all',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_organization_configuration" "main" {
  detector_id                      = aws_guardduty_detector.main.id
  auto_enable_organization_members = "ALL"
}`,
    ),
    passes(
      'the older switch',
      `resource "aws_guardduty_detector" "main" {
  enable = true
}
resource "aws_guardduty_organization_configuration" "main" {
  detector_id = aws_guardduty_detector.main.id
  auto_enable = true
}`,
    ),
  ],
});
