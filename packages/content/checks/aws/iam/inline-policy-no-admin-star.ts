/** Inline policies are seen in no list of policies; administration hides there best. */
import {
  administrationStatement,
  defineCheck,
  fail,
  fails,
  isNotApplicable,
  isUnknown,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No inline policy grants full administration', ja: '完全な管理者権限を与えるインラインポリシーがない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'Its holder is an administrator of the account, and reviews of managed policies and attachments do not show it.',
    ja: '保有者はアカウントの管理者と同じです。管理ポリシーやアタッチメントの棚卸しでは見つかりません。',
  },
  fix: {
    summary: {
      en: 'Replace the wildcard by the actions and resources that the role, user or group needs.',
      ja: 'ワイルドカードを、そのロール・ユーザー・グループに必要なアクションとリソースに置き換えてください。',
    },
    terraform: `resource "aws_iam_role_policy" "orders" {
  name = "read-orders"
  role = "orders-worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::GroupPolicy
    Properties:
      PolicyName: support
      GroupName: support
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: support:*
            Resource: '*'`,
    cli: 'aws iam put-role-policy --role-name ROLE --policy-name NAME --policy-document file://least-privilege.json',
    console: {
      en: 'IAM → Roles → the role → Permissions → the inline policy → Edit → name actions and resources → Save.',
      ja: 'IAM → ロール → 対象 → 許可 → インラインポリシー → 編集 → アクションとリソースを限定して保存します。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  ],
  equivalents: ['CKV_AWS_62', 'IAM.1', 'prowler:iam_inline_policy_no_administrative_privileges'],
  evaluate(policy) {
    if (policy.kind !== 'inline') return notApplicable({ en: 'Not an inline policy', ja: 'インラインポリシーではありません' });
    if (!policy.document) return notApplicable({ en: 'There is no inline policy', ja: 'インラインポリシーがありません' });
    if (!administrationStatement(policy.document)) return pass();
    return fail(
      {
        en: `Inline policy of ${policy.name} allows every action on every resource`,
        ja: `${policy.name} のインラインポリシーは全リソースへの全アクションを許可しています`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = { Effect = "Allow", Action = "*", Resource = "*" } })
}`,
    ),
    fails(
      'block inside the role, second of two',
      `resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  inline_policy {
    name   = "logs"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "logs:PutLogEvents", Resource = "*" }] })
  }
  inline_policy {
    name   = "rest"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
}`,
    ),
    fails(
      'permission set',
      `resource "aws_ssoadmin_permission_set_inline_policy" "ops" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1111111111111111"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1111111111111111/ps-1111111111111111"
  inline_policy      = jsonencode({ Statement = [{ Effect = "Allow", Action = ["*"], Resource = ["*"] }] })
}`,
    ),
    passes(
      'named actions',
      `resource "aws_iam_group_policy" "support" {
  name   = "support"
  group  = "support"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["support:*"], Resource = "*" }] })
}`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy" {}
resource "aws_iam_user_policy" "ops" {
  user   = "ops"
  policy = var.policy
}`,
    ),
    isNotApplicable(
      'role without inline policy',
      `resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}`,
    ),
    fails('policy of a template', {
      cloudformation: `Resources:
  Worker:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: worker
      Roles:
        - worker
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: '*'
            Resource: '*'`,
    }),
    fails('inside the role of a template, second of two', {
      cloudformation: `Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com
      Policies:
        - PolicyName: logs
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: logs:PutLogEvents
                Resource: '*'
        - PolicyName: rest
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: '*'
                Resource: '*'`,
    }),
    passes('named actions of a template', {
      cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::GroupPolicy
    Properties:
      PolicyName: support
      GroupName: support
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: support:*
            Resource: '*'`,
    }),
    isNotApplicable('role of a template without inline policy', {
      cloudformation: `Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com`,
    }),
  ],
});
