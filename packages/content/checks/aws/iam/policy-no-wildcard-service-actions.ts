/** `s3:*` also deletes buckets and rewrites their policies, today and in every later version of the service. */
import type { PolicyDocument } from '@kumomori/model';
import { any, defineCheck, fail, fails, find, findStatement, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Customer policies avoid service:* actions', ja: 'カスタマーポリシーが service:* のアクションを避けている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'All actions of a service include those that delete it and those that change who may use it, also the ones that AWS adds tomorrow.',
    ja: 'サービスの全アクションには、削除や権限変更、そして AWS が明日追加するものまで含まれます。',
  },
  fix: {
    summary: { en: 'List the actions that are needed.', ja: '必要なアクションを列挙してください。' },
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
  equivalents: ['IAM.21', 'AVD-AWS-0057', 'tfsec:aws-iam-no-policy-wildcards'],
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = serviceWide(policy.document);
    if (found === undefined) return pass();
    return fail(
      { en: `Policy ${policy.name} allows ${found}`, ja: `ポリシー ${policy.name} は ${found} を許可しています` },
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
    Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = "arn:aws:s3:::orders-bucket/*" }]
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
          - { Effect: Allow, Action: ["s3:*"], Resource: "arn:aws:s3:::orders-bucket/*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:*"], Resource = "arn:aws:s3:::orders-bucket/*" }] })
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
    Statement = [{ Effect = "Deny", Action = ["s3:*"], Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
    ),
  ],
});

function serviceWide(document: PolicyDocument | undefined): string | undefined {
  const isServiceWide = (action: string): boolean => /^(?:\*+|[a-z0-9-]+:\*+)$/i.test(action);
  const statement = findStatement(document, ({ effect, actions }) => effect === 'Allow' && any(actions, isServiceWide));
  return statement && find(statement.actions, isServiceWide);
}
