/** Some answers of the API are credentials. */
import { defineCheck, fail, fails, notApplicable, pass, passes, unboundedAction } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Policies do not hand out credentials of others', ja: 'ポリシーが他者の認証情報の取得を許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'The holder makes or fetches credentials of other users, servers or databases, and acts under their name.',
    ja: '保有者は他のユーザー・サーバー・データベースの認証情報を作成・取得し、その名義で行動できます。',
  },
  fix: {
    summary: { en: 'Bind these actions to named resources.', ja: 'これらのアクションを特定のリソースに限定してください。' },
    terraform: `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:CreateAccessKey"], Resource = "arn:aws:iam::123456789012:user/exporter" }]
  })
}`,
    cloudformation: `Resources:
  Worker:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: worker
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: ["iam:CreateAccessKey"], Resource: "arn:aws:iam::123456789012:user/exporter" }`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['CKV_AWS_287', 'CKV_AWS_107'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = unboundedAction(policy.document, handingOut);
    if (found === undefined) return pass();
    return fail(
      {
        en: `Policy ${policy.name} allows ${found} for everybody`,
        ja: `ポリシー ${policy.name} は対象を限定せずに ${found} を許可しています`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'managed policy',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "iam:CreateAccessKey"], Resource = "*" }]
  })
}`,
      {
        cloudformation: `Resources:
  Worker:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: worker
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: ["s3:GetObject", "iam:CreateAccessKey"], Resource: "*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "iam:CreateAccessKey"], Resource = "*" }] })
}`,
    ),
    fails(
      'rendered document',
      `data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["s3:GetObject", "iam:CreateAccessKey"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "worker" {
  name   = "worker"
  policy = data.aws_iam_policy_document.worker.json
}`,
    ),
    passes(
      'the token of the registry',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }]
  })
}`,
    ),
    passes(
      'bounded',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:CreateAccessKey"], Resource = "arn:aws:iam::123456789012:user/exporter" }]
  })
}`,
      {
        cloudformation: `Resources:
  Worker:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: worker
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: ["iam:CreateAccessKey"], Resource: "arn:aws:iam::123456789012:user/exporter" }`,
      },
    ),
    passes(
      'a denial',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["s3:GetObject", "iam:CreateAccessKey"], Resource = "*" }]
  })
}`,
    ),
  ],
});

/** Actions whose answer is a credential, or that set one. Source: Service Authorization Reference, general knowledge, to be confirmed. */
const handingOut = [
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'cognito-identity:GetCredentialsForIdentity',
  'ec2:GetPasswordData',
  'ec2-instance-connect:SendSSHPublicKey',
  'lightsail:DownloadDefaultKeyPair',
  'lightsail:GetInstanceAccessDetails',
  'rds-db:connect',
  'redshift:GetClusterCredentials',
  'sso:GetRoleCredentials',
  'sts:GetFederationToken',
];
