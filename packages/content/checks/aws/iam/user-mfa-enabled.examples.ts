import type { Example } from '@kumomori/model';
import { fails, isNotApplicable, isUnknown, passes } from '@kumomori/model';

const user = `resource "aws_iam_user" "auditor" {
  name = "auditor"
}
resource "aws_iam_user_login_profile" "auditor" {
  user = aws_iam_user.auditor.name
}
`;

const guard = `jsonencode({
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "iam:ListMFADevices"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })`;

export const userMfaExamples: readonly Example[] = [
  fails('password only', user),
  fails(
    'the policy asks for MFA on one bucket only',
    `${user}
resource "aws_iam_user_policy" "auditor" {
  user = aws_iam_user.auditor.name
  policy = jsonencode({
    Statement = [{ Effect = "Deny", Action = "s3:*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } } }]
  })
}
resource "aws_iam_user_policy_attachment" "auditor" {
  user       = aws_iam_user.auditor.name
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
  ),
  passes(
    'a device named after the user',
    `${user}
resource "aws_iam_virtual_mfa_device" "auditor" {
  virtual_mfa_device_name = aws_iam_user.auditor.name
}`,
  ),
  passes(
    'policy attached to the group',
    `${user}
resource "aws_iam_group" "auditors" {
  name = "auditors"
}
resource "aws_iam_user_group_membership" "auditor" {
  user   = aws_iam_user.auditor.name
  groups = [aws_iam_group.auditors.name]
}
resource "aws_iam_policy" "mfa" {
  name   = "mfa-required"
  policy = ${guard}
}
resource "aws_iam_group_policy_attachment" "mfa" {
  group      = aws_iam_group.auditors.name
  policy_arn = aws_iam_policy.mfa.arn
}`,
  ),
  passes(
    'inline policy of the group, membership listed by the group',
    `${user}
resource "aws_iam_group" "auditors" {
  name = "auditors"
}
resource "aws_iam_group_membership" "auditors" {
  name  = "auditors"
  group = aws_iam_group.auditors.name
  users = ["auditor"]
}
resource "aws_iam_group_policy" "mfa" {
  group  = aws_iam_group.auditors.name
  policy = ${guard}
}`,
  ),
  isUnknown(
    'the group is elsewhere',
    `${user}
resource "aws_iam_user_group_membership" "auditor" {
  user   = aws_iam_user.auditor.name
  groups = ["people"]
}`,
  ),
  isNotApplicable('no password', `resource "aws_iam_user" "exporter" {\n  name = "exporter"\n}`),
  fails('password only, in a template', {
    cloudformation: `Resources:
  Auditor:
    Type: AWS::IAM::User
    Properties:
      UserName: auditor
      LoginProfile:
        Password: !Sub "{{resolve:secretsmanager:auditor}}"
        PasswordResetRequired: true`,
  }),
  passes('a device of the template', {
    cloudformation: `Resources:
  Auditor:
    Type: AWS::IAM::User
    Properties:
      UserName: auditor
      LoginProfile:
        Password: !Sub "{{resolve:secretsmanager:auditor}}"
        PasswordResetRequired: true
  Device:
    Type: AWS::IAM::VirtualMFADevice
    Properties:
      Users:
        - !Ref Auditor`,
  }),
  passes('policy of a group of the template', {
    cloudformation: `Resources:
  Auditor:
    Type: AWS::IAM::User
    Properties:
      UserName: auditor
      LoginProfile:
        Password: !Sub "{{resolve:secretsmanager:auditor}}"
        PasswordResetRequired: true
      Groups:
        - !Ref Auditors
  Auditors:
    Type: AWS::IAM::Group
    Properties:
      Policies:
        - PolicyName: mfa
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Deny
                NotAction:
                  - iam:EnableMFADevice
                  - iam:ListMFADevices
                Resource: '*'
                Condition:
                  BoolIfExists:
                    aws:MultiFactorAuthPresent: 'false'`,
  }),
  isUnknown('the group is elsewhere than the template', {
    cloudformation: `Resources:
  Auditor:
    Type: AWS::IAM::User
    Properties:
      UserName: auditor
      LoginProfile:
        Password: !Sub "{{resolve:secretsmanager:auditor}}"
        PasswordResetRequired: true
      Groups:
        - people`,
  }),
  isNotApplicable('no password in a template', {
    cloudformation: `Resources:
  Auditor:
    Type: AWS::IAM::User
    Properties:
      UserName: auditor`,
  }),
];
