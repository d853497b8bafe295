/** `*` is for actions that know no resources. */
import { canBeBound, defineCheck, fail, fails, notApplicable, pass, passes, unboundedPattern } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Actions that can be bounded name their resources', ja: '限定できるアクションがリソースを指定している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'Reading or changing every resource of an account is more than any job needs.',
    ja: 'アカウントの全リソースの参照や変更が必要な業務はありません。',
  },
  fix: {
    summary: {
      en: 'Name resources for these actions; keep "*" for those that demand it.',
      ja: 'これらのアクションにはリソースを指定し、"*" は必要なものだけに残してください。',
    },
    terraform: `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["ec2:StartInstances"], Resource = "arn:aws:ec2:us-east-1:123456789012:instance/*" }]
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
          - { Effect: Allow, Action: ["ec2:StartInstances"], Resource: "arn:aws:ec2:us-east-1:123456789012:instance/*" }`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['CKV_AWS_355', 'CKV_AWS_356'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = unboundedPattern(policy.document, canBeBound);
    if (found === undefined) return pass();
    return fail(
      {
        en: `Policy ${policy.name} allows ${found} on every resource`,
        ja: `ポリシー ${policy.name} は全リソースへの ${found} を許可しています`,
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
    Statement = [{ Effect = "Allow", Action = ["ec2:Describe*"], Resource = "*" }]
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
          - { Effect: Allow, Action: ["ec2:Describe*"], Resource: "*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ec2:Describe*"], Resource = "*" }] })
}`,
    ),
    fails(
      'rendered document',
      `data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["ec2:Describe*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "worker" {
  name   = "worker"
  policy = data.aws_iam_policy_document.worker.json
}`,
    ),
    passes(
      'an action that knows no resources',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:ListAllMyBuckets", Resource = "*" }]
  })
}`,
    ),
    passes(
      'bounded',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["ec2:StartInstances"], Resource = "arn:aws:ec2:us-east-1:123456789012:instance/*" }]
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
          - { Effect: Allow, Action: ["ec2:StartInstances"], Resource: "arn:aws:ec2:us-east-1:123456789012:instance/*" }`,
      },
    ),
    passes(
      'a denial',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["ec2:Describe*"], Resource = "*" }]
  })
}`,
    ),
  ],
});
