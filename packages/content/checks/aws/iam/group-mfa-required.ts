/** What the group demands, each of its members needs. */
import { all, allowsWithMfaOnly, any, defineCheck, deniesWithoutMfa, fail, fails, findStatement, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Groups deny everything without MFA', ja: 'グループが MFA なしの操作を拒否している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.group',
  why: {
    en: 'Members work with a password or key alone, which is phished or leaks.',
    ja: 'メンバーはパスワードや鍵だけで操作でき、フィッシングや漏えいで奪われます。',
  },
  fix: {
    summary: {
      en: 'Add a policy to the group that denies everything but the set-up of a device without MFA.',
      ja: 'MFA なしではデバイス登録以外を拒否するポリシーをグループに追加してください。',
    },
    terraform: `resource "aws_iam_group" "ops" {
  name = "ops"
}
resource "aws_iam_group_policy" "mfa" {
  group = aws_iam_group.ops.name
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "iam:ListMFADevices"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}`,
    cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      Policies:
        - PolicyName: mfa
          PolicyDocument:
            Statement:
              - Effect: Deny
                NotAction: ["iam:EnableMFADevice", "iam:ListMFADevices"]
                Resource: "*"
                Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html'],
  equivalents: ['AVD-AWS-0123', 'tfsec:aws-iam-enforce-group-mfa'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (any(group.policies, (policy) => findStatement(policy, deniesWithoutMfa) !== undefined)) return pass();
    // What is allowed with MFA only needs no denial.
    const isBound =
      any(group.policies, () => true) &&
      all(group.policies, (policy) => all(policy.statements, (statement) => statement.effect === 'Deny' || allowsWithMfaOnly(statement)));
    if (isBound) return pass();
    return fail({
      en: `No policy of group ${group.name} demands MFA`,
      ja: `グループ ${group.name} に MFA を必須とするポリシーがありません`,
    });
  },
  examples: [
    fails(
      'no policy',
      `resource "aws_iam_group" "ops" {
  name = "ops"
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops`,
      },
    ),
    fails(
      'the policy allows instead of denying',
      `resource "aws_iam_group" "ops" {
  name = "ops"
}
resource "aws_iam_group_policy" "mfa" {
  group = aws_iam_group.ops.name
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      NotAction = ["iam:EnableMFADevice", "iam:ListMFADevices"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      Policies:
        - PolicyName: mfa
          PolicyDocument:
            Statement:
              - Effect: Allow
                NotAction: ["iam:EnableMFADevice", "iam:ListMFADevices"]
                Resource: "*"
                Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }`,
      },
    ),
    passes(
      'denied without MFA',
      `resource "aws_iam_group" "ops" {
  name = "ops"
}
resource "aws_iam_group_policy" "mfa" {
  group = aws_iam_group.ops.name
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "iam:ListMFADevices"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      Policies:
        - PolicyName: mfa
          PolicyDocument:
            Statement:
              - Effect: Deny
                NotAction: ["iam:EnableMFADevice", "iam:ListMFADevices"]
                Resource: "*"
                Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }`,
      },
    ),
    passes(
      'allowed with MFA only',
      `resource "aws_iam_group" "ops" {
  name = "ops"
}
resource "aws_iam_group_policy" "ops" {
  group = aws_iam_group.ops.name
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "ec2:*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }]
  })
}`,
    ),
  ],
});
