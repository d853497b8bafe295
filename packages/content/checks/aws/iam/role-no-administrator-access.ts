/** A role is as dangerous as the weakest thing that may assume it; administration turns any such thing into the account. */
import { defineCheck, fail, fails, find, any, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AdministratorAccess is not attached to roles', ja: 'ロールに AdministratorAccess がアタッチされていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.policy-attachment',
  why: {
    en: 'Whoever takes over the workload or pipeline that assumes the role owns the account.',
    ja: 'そのロールを引き受けるワークロードやパイプラインを乗っ取った者が、アカウント全体を支配できます。',
  },
  fix: {
    summary: {
      en: 'Attach policies with the actions the role uses; keep AdministratorAccess for a break-glass role and except it by name.',
      ja: 'ロールが使うアクションだけのポリシーをアタッチしてください。緊急用ロールに残す場合は例外として明示してください。',
    },
    terraform: `resource "aws_iam_role_policy_attachment" "deploy" {
  role       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AmazonECS_FullAccess"
}`,
    cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/ReadOnlyAccess`,
    cli: 'aws iam detach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
    console: {
      en: 'IAM → Roles → the role → Permissions → AdministratorAccess → Remove.',
      ja: 'IAM → ロール → 対象 → 許可 → AdministratorAccess → 削除。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  equivalents: ['CKV_AWS_274', 'CKV_AWS_275', 'prowler:iam_role_administratoraccess_policy'],
  evaluate(attachment) {
    if (!any(attachment.holders, (holder) => ['role', 'permission-set', 'lookup'].includes(holder)))
      return notApplicable({ en: 'It attaches nothing to a role', ja: 'ロールへのアタッチではありません' });
    const policy = find(attachment.policies, (arn) => /(^|:aws:policy\/)AdministratorAccess$/.test(arn));
    if (policy === undefined) return pass();
    return fail(
      { en: `${attachment.name} gets the policy ${policy}`, ja: `${attachment.name} にポリシー ${policy} が与えられています` },
      { at: ['policies'] },
    );
  },
  examples: [
    fails(
      'attachment',
      `resource "aws_iam_role_policy_attachment" "ci" {
  role       = "ci"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}`,
    ),
    fails(
      'list in the role, China partition',
      `resource "aws_iam_role" "ci" {
  name                = "ci"
  managed_policy_arns = ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess", "arn:aws-cn:iam::aws:policy/AdministratorAccess"]
  assume_role_policy  = "{}"
}`,
    ),
    fails(
      'partition is read from the cloud',
      `data "aws_partition" "current" {}
resource "aws_iam_role_policy_attachment" "ci" {
  role       = "ci"
  policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess"
}`,
    ),
    fails(
      'looked up by name',
      `data "aws_iam_policy" "admin" {
  name = "AdministratorAccess"
}
resource "aws_iam_role_policy_attachment" "ci" {
  role       = "ci"
  policy_arn = data.aws_iam_policy.admin.arn
}`,
    ),
    fails('looked up for other code', `data "aws_iam_policy" "admin" {\n  arn = "arn:aws:iam::aws:policy/AdministratorAccess"\n}`),
    fails(
      'permission set',
      `resource "aws_ssoadmin_managed_policy_attachment" "ops" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1111111111111111"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1111111111111111/ps-1111111111111111"
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}`,
    ),
    passes(
      'a narrower policy of AWS and one of this code',
      `resource "aws_iam_policy" "orders" {
  name   = "orders"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
}
resource "aws_iam_role_policy_attachments_exclusive" "ci" {
  role_name   = "ci"
  policy_arns = [aws_iam_policy.orders.arn, "arn:aws:iam::aws:policy/AdministratorAccess-Amplify"]
}`,
    ),
    passes('no managed policies', `resource "aws_iam_role" "ci" {\n  name               = "ci"\n  assume_role_policy = "{}"\n}`),
    isUnknown(
      'the policy is handed in',
      `variable "policy_arn" {}
resource "aws_iam_role_policy_attachment" "ci" {
  role       = "ci"
  policy_arn = var.policy_arn
}`,
    ),
    isNotApplicable(
      'attachment to a user',
      `resource "aws_iam_policy_attachment" "ops" {
  name       = "ops"
  users      = ["ops"]
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}`,
    ),
    fails('role of a template', {
      cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess`,
    }),
    fails('partition of the deployment', {
      cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess`,
    }),
    passes('a narrower policy in a template', {
      cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/ReadOnlyAccess`,
    }),
    isUnknown('the policy is a parameter', {
      cloudformation: `Parameters:
  PolicyArn:
    Type: String
Resources:
  Ci:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com
      ManagedPolicyArns:
        - !Ref PolicyArn`,
    }),
    isNotApplicable('user of a template', {
      cloudformation: `Resources:
  Ci:
    Type: AWS::IAM::User
    Properties:
      UserName: ops
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess`,
    }),
  ],
});
