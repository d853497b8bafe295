/** A region nobody uses is a region nobody watches. */
import type { PolicyStatement } from '@kumomori/model';
import { any, anyStatement, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A service control policy denies unapproved regions', ja: 'SCP が未承認のリージョンを拒否する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.organizations.organization',
  why: {
    en: 'Whoever steals a key starts servers in regions that nobody looks at.',
    ja: '鍵を盗んだ者は、誰も見ないリージョンでサーバーを起動します。',
  },
  fix: {
    summary: {
      en: 'Add a service control policy that denies requests outside your regions.',
      ja: '使用するリージョン以外への要求を拒否する SCP を追加してください。',
    },
    terraform: `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}
resource "aws_organizations_policy" "guard" {
  name    = "guard"
  type    = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:*", "organizations:*", "sts:*"]
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:RequestedRegion" = ["ap-northeast-1", "us-east-1"] } }
    }]
  })
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
      Type: SERVICE_CONTROL_POLICY
      Content:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            NotAction: ["iam:*", "organizations:*", "sts:*"]
            Resource: "*"
            Condition:
              StringNotEquals:
                "aws:RequestedRegion": ["ap-northeast-1", "us-east-1"]`,
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html'],
  equivalents: ['prowler:organizations_scp_check_deny_regions'],
  evaluate(organization) {
    if (any(organization.serviceControlPolicies, (policy) => anyStatement(policy, deniesRegions))) return pass();
    return fail({
      en: `No service control policy beside ${organization.name} denies regions`,
      ja: `${organization.name} の SCP にリージョンを拒否するものがありません`,
    });
  },
  examples: [
    fails(
      'another policy only',
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
    fails(
      'no policy at all',
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
      'regions are denied',
      `resource "aws_organizations_organization" "main" {
  feature_set          = "ALL"
  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]
}
resource "aws_organizations_policy" "guard" {
  name    = "guard"
  type    = "SERVICE_CONTROL_POLICY"
  content = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:*", "organizations:*", "sts:*"]
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:RequestedRegion" = ["ap-northeast-1", "us-east-1"] } }
    }]
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
            NotAction: ["iam:*", "organizations:*", "sts:*"]
            Resource: "*"
            Condition:
              StringNotEquals:
                "aws:RequestedRegion": ["ap-northeast-1", "us-east-1"]`,
      },
    ),
  ],
});

function deniesRegions(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Deny' &&
    any(
      statement.conditions,
      ({ operator, key }) =>
        key.toLowerCase() === 'aws:requestedregion' &&
        /^(?:foranyvalue:)?string(?:not)?(?:equals|equalsignorecase|like)(?:ifexists)?$/i.test(operator),
    )
  );
}
