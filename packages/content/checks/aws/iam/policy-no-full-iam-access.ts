/** Who may do everything in IAM may do everything. */
import type { PolicyDocument } from '@kumomori/model';
import { any, defineCheck, fail, fails, find, findStatement, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Policies do not allow iam:*', ja: 'ポリシーが iam:* を許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'Whoever manages users, roles and policies makes himself an administrator.',
    ja: 'ユーザー・ロール・ポリシーを管理できる者は、自らを管理者にできます。',
  },
  fix: {
    summary: {
      en: 'Allow the few actions of IAM that are needed, on named roles.',
      ja: '必要な IAM アクションだけを、特定のロールに対して許可してください。',
    },
    terraform: `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:GetRole", "iam:PassRole"], Resource = "arn:aws:iam::123456789012:role/worker" }]
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
          - { Effect: Allow, Action: ["iam:GetRole", "iam:PassRole"], Resource: "arn:aws:iam::123456789012:role/worker" }`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['CKV2_AWS_40'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = fullIam(policy.document);
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
    passes(
      'bounded',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:GetRole", "iam:PassRole"], Resource = "arn:aws:iam::123456789012:role/worker" }]
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
          - { Effect: Allow, Action: ["iam:GetRole", "iam:PassRole"], Resource: "arn:aws:iam::123456789012:role/worker" }`,
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

function fullIam(document: PolicyDocument | undefined): string | undefined {
  const isFull = (action: string): boolean => /^(?:\*+|iam:\*+)$/i.test(action);
  const statement = findStatement(document, ({ effect, actions }) => effect === 'Allow' && any(actions, isFull));
  return statement && find(statement.actions, isFull);
}
