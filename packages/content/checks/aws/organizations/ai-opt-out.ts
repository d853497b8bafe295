/** AI services of AWS may keep content to improve themselves unless told not to. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AI-service data use is opted out across the organization', ja: 'AI サービスのデータ利用を組織全体でオプトアウトしている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.organizations.organization',
  why: {
    en: 'AWS AI services may store content and use it for training, also in other regions.',
    ja: 'AWS の AI サービスはコンテンツを保存し、別リージョンも含めて学習に利用することがあります。',
  },
  fix: {
    summary: {
      en: 'Attach an AI services opt-out policy at the root.',
      ja: 'ルートに AI サービスのオプトアウトポリシーを適用してください。',
    },
    terraform: `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}
resource "aws_organizations_policy" "guard" {
  name    = "guard"
  type    = "AISERVICES_OPT_OUT_POLICY"
  content = jsonencode({ services = { default = { opt_out_policy = { "@@assign" = "optOut" } } } })
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: ALL
  Guard:
    Type: AWS::Organizations::Policy
    Properties:
      Name: guard
      Type: AISERVICES_OPT_OUT_POLICY
      Content:
        services:
          default:
            opt_out_policy:
              "@@assign": optOut`,
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html'],
  equivalents: ['prowler:organizations_opt_out_ai_services_policy'],
  evaluate(organization) {
    if (any(organization.policyTypes, (type) => type === 'AISERVICES_OPT_OUT_POLICY')) return pass();
    return fail({
      en: `No policy beside ${organization.name} opts out of data use by AI services`,
      ja: `${organization.name} に AI サービスのオプトアウトポリシーがありません`,
    });
  },
  examples: [
    fails(
      'service control policies only',
      `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}
resource "aws_organizations_policy" "guard" {
  name    = "guard"
  type    = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "organizations:LeaveOrganization", Resource = "*" }]
  })
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: ALL
  Guard:
    Type: AWS::Organizations::Policy
    Properties:
      Name: guard
      Type: SERVICE_CONTROL_POLICY
      Content:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            Action: organizations:LeaveOrganization
            Resource: "*"`,
      },
    ),
    passes(
      'opted out',
      `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}
resource "aws_organizations_policy" "guard" {
  name    = "guard"
  type    = "AISERVICES_OPT_OUT_POLICY"
  content = jsonencode({ services = { default = { opt_out_policy = { "@@assign" = "optOut" } } } })
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::Organizations::Organization
    Properties:
      FeatureSet: ALL
  Guard:
    Type: AWS::Organizations::Policy
    Properties:
      Name: guard
      Type: AISERVICES_OPT_OUT_POLICY
      Content:
        services:
          default:
            opt_out_policy:
              "@@assign": optOut`,
      },
    ),
  ],
});
