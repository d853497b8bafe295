/** Who changes policies of others opens doors for himself. */
import { defineCheck, fail, fails, notApplicable, pass, passes, unboundedAction } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Policies do not allow changing permissions everywhere', ja: 'ポリシーが無制限の権限変更を許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'The holder changes who may use roles, buckets, keys, queues or functions, and shares them with outsiders.',
    ja: '保有者はロール・バケット・キー・キュー・関数の権限を書き換え、外部と共有できます。',
  },
  fix: {
    summary: {
      en: 'Bind these actions to named resources, or leave them to a deployment role.',
      ja: 'これらのアクションを特定のリソースに限定するか、デプロイ用ロールに任せてください。',
    },
    terraform: `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:PassRole", "iam:AttachRolePolicy"], Resource = "arn:aws:iam::123456789012:role/orders/*" }]
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
          - { Effect: Allow, Action: ["iam:PassRole", "iam:AttachRolePolicy"], Resource: "arn:aws:iam::123456789012:role/orders/*" }`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['CKV_AWS_289', 'CKV_AWS_109'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = unboundedAction(policy.document, managing);
    if (found === undefined) return pass();
    return fail(
      { en: `Policy ${policy.name} allows ${found} on everything`, ja: `ポリシー ${policy.name} は全対象への ${found} を許可しています` },
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
    Statement = [{ Effect = "Allow", Action = ["iam:*"], Resource = "*" }]
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
          - { Effect: Allow, Action: ["iam:*"], Resource: "*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["iam:*"], Resource = "*" }] })
}`,
    ),
    fails(
      'rendered document',
      `data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["iam:*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "worker" {
  name   = "worker"
  policy = data.aws_iam_policy_document.worker.json
}`,
    ),
    fails(
      'rewrites key policies',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:PutKeyPolicy", Resource = "*" }]
  })
}`,
    ),
    passes(
      'bounded',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:PassRole", "iam:AttachRolePolicy"], Resource = "arn:aws:iam::123456789012:role/orders/*" }]
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
          - { Effect: Allow, Action: ["iam:PassRole", "iam:AttachRolePolicy"], Resource: "arn:aws:iam::123456789012:role/orders/*" }`,
      },
    ),
    passes(
      'a denial',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["iam:*"], Resource = "*" }]
  })
}`,
    ),
  ],
});

/** Actions that change who may do what. Source: Service Authorization Reference (access level Permissions management), general knowledge. */
const managing = [
  ...['iam:AddUserToGroup', 'iam:AttachGroupPolicy', 'iam:AttachRolePolicy', 'iam:AttachUserPolicy', 'iam:CreatePolicyVersion'],
  ...['iam:DeleteRolePermissionsBoundary', 'iam:PassRole', 'iam:PutGroupPolicy', 'iam:PutRolePolicy', 'iam:PutUserPolicy'],
  ...['iam:SetDefaultPolicyVersion', 'iam:UpdateAssumeRolePolicy', 'kms:CreateGrant', 'kms:PutKeyPolicy', 's3:PutBucketAcl'],
  ...['s3:PutBucketPolicy', 's3:PutObjectAcl', 's3:PutBucketPublicAccessBlock', 'lambda:AddPermission', 'sns:AddPermission'],
  ...['sqs:AddPermission', 'secretsmanager:PutResourcePolicy', 'ecr:SetRepositoryPolicy', 'ec2:ModifySnapshotAttribute'],
  ...['ec2:ModifyImageAttribute', 'ram:CreateResourceShare', 'backup:PutBackupVaultAccessPolicy', 'glue:PutResourcePolicy'],
  ...['es:UpdateDomainConfig', 'rds:ModifyDBSnapshotAttribute', 'organizations:AttachPolicy', 'sso:CreateAccountAssignment'],
];
