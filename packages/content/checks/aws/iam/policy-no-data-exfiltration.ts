/** Reading every secret, parameter and object is all a thief wants. */
import { defineCheck, fail, fails, notApplicable, pass, passes, unboundedAction } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Policies do not allow reading all data of a store', ja: 'ポリシーがデータストア全体の読み取りを許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'The holder, or whoever steals its key, copies every object, parameter or secret of the account.',
    ja: '保有者やその鍵を盗んだ者は、アカウント内の全オブジェクト・パラメータ・シークレットを持ち出せます。',
  },
  fix: {
    summary: {
      en: 'Name the objects, parameters or secrets in Resource.',
      ja: 'Resource にオブジェクト・パラメータ・シークレットを指定してください。',
    },
    terraform: `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::orders-bucket/*" }]
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
          - { Effect: Allow, Action: ["s3:GetObject"], Resource: "arn:aws:s3:::orders-bucket/*" }`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['CKV_AWS_288', 'CKV_AWS_108'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = unboundedAction(policy.document, reading);
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
    Statement = [{ Effect = "Allow", Action = ["ssm:GetParameters", "s3:GetObject"], Resource = "*" }]
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
          - { Effect: Allow, Action: ["ssm:GetParameters", "s3:GetObject"], Resource: "*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ssm:GetParameters", "s3:GetObject"], Resource = "*" }] })
}`,
    ),
    fails(
      'rendered document',
      `data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["ssm:GetParameters", "s3:GetObject"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "worker" {
  name   = "worker"
  policy = data.aws_iam_policy_document.worker.json
}`,
    ),
    passes(
      'servers are created, data is not read',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lambda:CreateFunction", "dynamodb:CreateTable"], Resource = "*" }]
  })
}`,
    ),
    passes(
      'bounded',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::orders-bucket/*" }]
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
          - { Effect: Allow, Action: ["s3:GetObject"], Resource: "arn:aws:s3:::orders-bucket/*" }`,
      },
    ),
    passes(
      'a denial',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["ssm:GetParameters", "s3:GetObject"], Resource = "*" }]
  })
}`,
    ),
  ],
});

/** Actions that return stored data itself. */
const reading = [
  's3:GetObject',
  's3:GetObjectVersion',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'secretsmanager:GetSecretValue',
  'dynamodb:Scan',
  'ebs:GetSnapshotBlock',
  'rds:CopyDBSnapshot',
];
