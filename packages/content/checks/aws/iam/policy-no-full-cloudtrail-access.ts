/** Who may stop the recorder leaves no trace. */
import type { PolicyDocument } from '@kumomori/model';
import { any, defineCheck, fail, fails, find, findStatement, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No policy allows cloudtrail:*', ja: 'cloudtrail:* を許可するポリシーがない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: { en: 'The holder stops or deletes trails before doing anything else.', ja: '保有者は、何かをする前に証跡を停止・削除できます。' },
  fix: {
    summary: { en: 'Allow reading of trails only.', ja: '証跡の参照だけを許可してください。' },
    terraform: `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["cloudtrail:LookupEvents", "cloudtrail:GetTrailStatus"], Resource = "*" }]
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
          - { Effect: Allow, Action: ["cloudtrail:LookupEvents", "cloudtrail:GetTrailStatus"], Resource: "*" }`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['prowler:iam_policy_no_full_access_to_cloudtrail', 'prowler:iam_inline_policy_no_full_access_to_cloudtrail'],
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = fullCloudTrail(policy.document);
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
    Statement = [{ Effect = "Allow", Action = ["cloudtrail:*"], Resource = "*" }]
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
          - { Effect: Allow, Action: ["cloudtrail:*"], Resource: "*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["cloudtrail:*"], Resource = "*" }] })
}`,
    ),
    fails(
      'rendered document',
      `data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["cloudtrail:*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "worker" {
  name   = "worker"
  policy = data.aws_iam_policy_document.worker.json
}`,
    ),
    fails(
      'everything',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}`,
    ),
    passes(
      'bounded',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["cloudtrail:LookupEvents", "cloudtrail:GetTrailStatus"], Resource = "*" }]
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
          - { Effect: Allow, Action: ["cloudtrail:LookupEvents", "cloudtrail:GetTrailStatus"], Resource: "*" }`,
      },
    ),
    passes(
      'a denial',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["cloudtrail:*"], Resource = "*" }]
  })
}`,
    ),
  ],
});

function fullCloudTrail(document: PolicyDocument | undefined): string | undefined {
  const isFull = (action: string): boolean => /^(?:\*+|cloudtrail:\*+)$/i.test(action);
  const statement = findStatement(document, ({ effect, actions }) => effect === 'Allow' && any(actions, isFull));
  return statement && find(statement.actions, isFull);
}
