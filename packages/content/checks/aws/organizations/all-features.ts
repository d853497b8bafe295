/** An organization for billing alone cannot deny anything. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Organization has all features', ja: '組織で全機能が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.organizations.organization',
  why: {
    en: 'With consolidated billing alone there are no service control policies, and nothing holds member accounts back.',
    ja: '一括請求だけの組織では SCP が使えず、メンバーアカウントを統制できません。',
  },
  fix: {
    summary: { en: 'Set feature_set to ALL.', ja: 'feature_set を ALL にしてください。' },
    terraform: `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: ALL`,
    cli: 'aws organizations enable-all-features',
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html'],
  equivalents: ['cloudsploit:enableAllFeatures'],
  noFramework: 'no control mapping yet',
  evaluate(organization) {
    if (organization.featureSet === 'ALL') return pass();
    return fail({
      en: `Organization ${organization.name} has the feature set ${organization.featureSet}`,
      ja: `組織 ${organization.name} の機能セットは ${organization.featureSet} です`,
    });
  },
  examples: [
    fails(
      'billing only',
      `resource "aws_organizations_organization" "main" {
  feature_set = "CONSOLIDATED_BILLING"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: CONSOLIDATED_BILLING`,
      },
    ),
    passes(
      'all features',
      `resource "aws_organizations_organization" "main" {
  feature_set  = "ALL"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: ALL`,
      },
    ),
  ],
});
