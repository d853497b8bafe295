/** Findings of fifty accounts belong in one place, and not in the management account. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Security services are run from one delegated account in each region',
    ja: 'セキュリティサービスを各リージョンで 1 つの委任アカウントから運用する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.organizations.organization',
  why: {
    en: 'Without a delegated account findings stay in each account, where nobody reads them.',
    ja: '委任アカウントがないと、検出結果は各アカウントに散らばったまま誰にも読まれません。',
  },
  fix: {
    summary: {
      en: 'Name an administrator account for Security Hub and GuardDuty.',
      ja: 'Security Hub と GuardDuty の管理者アカウントを指定してください。',
    },
    terraform: `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}
resource "aws_securityhub_organization_admin_account" "security" {
  admin_account_id = "123456789012"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: ALL
  Security:
    Type: AWS::SecurityHub::DelegatedAdmin
    Properties:
      AdminAccountId: "123456789012"`,
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/designate-orgs-admin-account.html'],
  equivalents: [
    'prowler:securityhub_delegated_admin_enabled_all_regions',
    'prowler:guardduty_delegated_admin_enabled_all_regions',
    'prowler:guardduty_centrally_managed',
  ],
  evaluate(organization) {
    if (organization.hasSecurityAdministrator) return pass();
    return fail({
      en: `No account administers security services for ${organization.name}`,
      ja: `${organization.name} にセキュリティサービスの管理者アカウントがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: ALL`,
      },
    ),
    passes(
      'Security Hub',
      `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}
resource "aws_securityhub_organization_admin_account" "security" {
  admin_account_id = "123456789012"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: ALL
  Security:
    Type: AWS::SecurityHub::DelegatedAdmin
    Properties:
      AdminAccountId: "123456789012"`,
      },
    ),
    passes(
      'by Organizations',
      `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}
resource "aws_organizations_delegated_administrator" "security" {
  account_id        = "123456789012"
  service_principal = "securityhub.amazonaws.com"
}`,
    ),
  ],
});
