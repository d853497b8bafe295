/** Rights that hang on one user are found one user at a time. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Permissions come from groups or roles, never straight on a user',
    ja: '権限がユーザーに直接ではなくグループやロールから与えられる',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.direct-grant',
  why: {
    en: 'Nobody sees from the groups what the user may do, and the permissions stay when the task is over.',
    ja: 'グループを見てもユーザーの権限が分からず、仕事が変わっても権限が残ります。',
  },
  fix: {
    summary: { en: 'Attach the policy to a group or role.', ja: 'ポリシーをグループやロールにアタッチしてください。' },
    terraform: `resource "aws_iam_policy_attachment" "export" {
  name       = "export"
  groups     = ["exporters"]
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
    cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
      Groups: [exporters]`,
    cli: 'aws iam detach-user-policy --user-name USER --policy-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html'],
  equivalents: [
    'CKV_AWS_40',
    'AVD-AWS-0143',
    'tfsec:aws-iam-no-user-attached-policies',
    'IAM.2',
    'prowler:iam_policy_attached_only_to_group_or_roles',
    'cloudsploit:noUserIamPolicies',
  ],
  evaluate(grant) {
    if (!grant.isToUser) return pass();
    return fail({ en: `${grant.name} gives a policy to a user directly`, ja: `${grant.name} はポリシーをユーザーに直接与えています` });
  },
  examples: [
    fails(
      'inline policy',
      `resource "aws_iam_user_policy" "exporter" {
  name   = "exporter"
  user   = "exporter"
  policy = jsonencode({ Statement = [] })
}`,
      {
        cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
      Policies:
        - PolicyName: exporter
          PolicyDocument: { Statement: [] }`,
      },
    ),
    fails(
      'attachment',
      `resource "aws_iam_user_policy_attachment" "this" {
  user       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
      {
        cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/SecurityAudit"]`,
      },
    ),
    fails(
      'among others',
      `resource "aws_iam_policy_attachment" "export" {
  name       = "export"
  groups     = ["exporters"]
  users      = ["exporter"]
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
    ),
    passes(
      'a group',
      `resource "aws_iam_policy_attachment" "export" {
  name       = "export"
  groups     = ["exporters"]
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
      {
        cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
      Groups: [exporters]`,
      },
    ),
  ],
});
