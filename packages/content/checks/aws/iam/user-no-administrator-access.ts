/** Users have passwords and access keys that never expire; with administration each of them is the account. */
import { any, defineCheck, fail, fails, find, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'AdministratorAccess is not attached to IAM users or groups',
    ja: 'IAM ユーザー・グループに AdministratorAccess がアタッチされていない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.policy-attachment',
  why: {
    en: 'Passwords and access keys of users do not expire and leak from laptops and repositories; this one opens everything.',
    ja: 'ユーザーのパスワードやアクセスキーは失効せず、端末やリポジトリから漏れます。漏えいするとアカウント全体が奪われます。',
  },
  fix: {
    summary: {
      en: 'Let people sign in through IAM Identity Center and assume a role for administration; give users only what they need.',
      ja: '人は IAM Identity Center からサインインし、管理作業はロールで行ってください。ユーザーには必要な権限だけを与えてください。',
    },
    terraform: `resource "aws_iam_user_policy_attachment" "auditor" {
  user       = "auditor"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
    cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::User
    Properties:
      UserName: billing
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/job-function/Billing`,
    cli: 'aws iam detach-user-policy --user-name USER --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
    console: {
      en: 'IAM → Users → the user → Permissions → AdministratorAccess → Remove.',
      ja: 'IAM → ユーザー → 対象 → 許可 → AdministratorAccess → 削除。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html',
  ],
  equivalents: ['CKV_AWS_274', 'prowler:iam_user_administrator_access_policy', 'cloudsploit:iamUserAdmins'],
  evaluate(attachment) {
    if (!any(attachment.holders, (holder) => holder === 'user' || holder === 'group'))
      return notApplicable({ en: 'It attaches nothing to a user or group', ja: 'ユーザー・グループへのアタッチではありません' });
    const policy = find(attachment.policies, (arn) => /(^|:aws:policy\/)AdministratorAccess$/.test(arn));
    if (policy === undefined) return pass();
    return fail(
      { en: `${attachment.name} gets the policy ${policy}`, ja: `${attachment.name} にポリシー ${policy} が与えられています` },
      { at: ['policies'] },
    );
  },
  examples: [
    fails(
      'attachment to a user',
      `resource "aws_iam_user" "ops" {
  name = "ops"
}
resource "aws_iam_user_policy_attachment" "ops" {
  user       = aws_iam_user.ops.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}`,
    ),
    fails(
      'through a group, GovCloud',
      `resource "aws_iam_group_policy_attachment" "ops" {
  group      = "ops"
  policy_arn = "arn:aws-us-gov:iam::aws:policy/AdministratorAccess"
}`,
    ),
    fails(
      'the general attachment',
      `variable "policy" {
  default = "AdministratorAccess"
}
resource "aws_iam_policy_attachment" "ops" {
  name       = "ops"
  users      = ["ops"]
  policy_arn = "arn:aws:iam::aws:policy/\${var.policy}"
}`,
    ),
    passes(
      'another policy',
      `resource "aws_iam_user_policy_attachment" "billing" {
  user       = "billing"
  policy_arn = "arn:aws:iam::aws:policy/job-function/Billing"
}`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy_arn" {}
resource "aws_iam_user_policy_attachment" "ops" {
  user       = "ops"
  policy_arn = var.policy_arn
}`,
    ),
    isNotApplicable(
      'attachment to a role',
      `resource "aws_iam_role_policy_attachment" "ci" {
  role       = "ci"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}`,
    ),
    fails('user of a template', {
      cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::User
    Properties:
      UserName: ops
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess`,
    }),
    fails('group of a template', {
      cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess`,
    }),
    passes('another policy in a template', {
      cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::User
    Properties:
      UserName: billing
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/job-function/Billing`,
    }),
  ],
});
