/** `*` among other actions is read over in review and allows everything. */
import type { PolicyDocument } from '@kumomori/model';
import { coversAllActions, defineCheck, fail, fails, findStatement, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Policies do not allow the action "*"', ja: 'ポリシーがアクション "*" を許可していない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'An Allow with the action "*" holds for every service, whatever else the list says, on the resources named.',
    ja: 'アクション "*" の許可は、ほかに何が列挙されていても、対象リソースへの全操作を許します。',
  },
  fix: {
    summary: { en: 'List the actions that are needed.', ja: '必要なアクションを列挙してください。' },
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
  equivalents: ['CKV_AWS_63', 'CKV_AWS_49'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = starAction(policy.document);
    if (found === undefined) return pass();
    return fail(
      {
        en: `A statement of policy ${policy.name} allows the action ${found}`,
        ja: `ポリシー ${policy.name} のステートメントはアクション ${found} を許可しています`,
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
    Statement = [{ Effect = "Allow", Action = ["s3:HeadBucket", "*"], Resource = "arn:aws:s3:::orders-bucket/*" }]
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
          - { Effect: Allow, Action: ["s3:HeadBucket", "*"], Resource: "arn:aws:s3:::orders-bucket/*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["s3:HeadBucket", "*"], Resource = "arn:aws:s3:::orders-bucket/*" }] })
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
    Statement = [{ Effect = "Deny", Action = ["s3:HeadBucket", "*"], Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
    ),
  ],
});

function starAction(document: PolicyDocument | undefined): string | undefined {
  return findStatement(document, (statement) => statement.effect === 'Allow' && coversAllActions(statement)) && '*';
}
