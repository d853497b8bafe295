/** Every bucket, every object, every bucket policy. */
import type { PolicyDocument } from '@kumomori/model';
import { any, defineCheck, fail, fails, find, findStatement, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Policies do not allow s3:* on every bucket', ja: 'ポリシーが全バケットへの s3:* を許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'The holder reads, overwrites and deletes every object of the account, and opens buckets to the internet.',
    ja: '保有者はアカウント内の全オブジェクトの読み取り・上書き・削除や、バケットの公開ができます。',
  },
  fix: {
    summary: { en: 'Name actions and buckets.', ja: 'アクションとバケットを明示してください。' },
    terraform: `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "arn:aws:s3:::orders-bucket/*" }]
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
          - { Effect: Allow, Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::orders-bucket/*" }`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['AVD-AWS-0345', 'tfsec:aws-iam-no-s3-full-access'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = fullS3(policy.document);
    if (found === undefined) return pass();
    return fail(
      {
        en: `Policy ${policy.name} allows ${found} on every bucket`,
        ja: `ポリシー ${policy.name} は全バケットへの ${found} を許可しています`,
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
    Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = "*" }]
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
          - { Effect: Allow, Action: ["s3:*"], Resource: "*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = "*" }] })
}`,
    ),
    fails(
      'rendered document',
      `data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["s3:*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "worker" {
  name   = "worker"
  policy = data.aws_iam_policy_document.worker.json
}`,
    ),
    fails(
      'every bucket by ARN',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = ["arn:aws:s3:::*", "arn:aws:s3:::*/*"] }]
  })
}`,
    ),
    passes(
      'bounded',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "arn:aws:s3:::orders-bucket/*" }]
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
          - { Effect: Allow, Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::orders-bucket/*" }`,
      },
    ),
    passes(
      'a denial',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["s3:*"], Resource = "*" }]
  })
}`,
    ),
  ],
});

function fullS3(document: PolicyDocument | undefined): string | undefined {
  const isFull = (action: string): boolean => /^(?:\*+|s3:\*+)$/i.test(action);
  const isEveryBucket = (resource: string): boolean => /^(?:\*+|arn:[^:]*:s3:::\*+(?:\/\*)?)$/.test(resource);
  const statement = findStatement(
    document,
    (each) => each.effect === 'Allow' && any(each.actions, isFull) && any(each.resources, isEveryBucket),
  );
  return statement && find(statement.actions, isFull);
}
