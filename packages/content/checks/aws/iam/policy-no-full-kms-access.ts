/** Decryption with every key undoes the separation that keys are made for. */
import type { PolicyDocument } from '@kumomori/model';
import {
  any,
  coversAction,
  defineCheck,
  fail,
  fails,
  findStatement,
  isEffective,
  none,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No policy allows kms:* or decryption with every key', ja: 'kms:* や全キーでの復号を許可するポリシーがない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'The holder decrypts everything in the account, whatever it is encrypted with, or deletes the keys.',
    ja: '保有者はアカウント内のあらゆるデータを復号でき、キーの削除もできます。',
  },
  fix: {
    summary: { en: 'Name the keys that are needed in Resource.', ja: 'Resource に必要なキーを指定してください。' },
    terraform: `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["kms:Decrypt"], Resource = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555" }]
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
          - { Effect: Allow, Action: ["kms:Decrypt"], Resource: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555" }`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['KMS.1', 'KMS.2', 'prowler:iam_policy_no_full_access_to_kms', 'prowler:iam_inline_policy_no_full_access_to_kms'],
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const found = everyKey(policy.document);
    if (found === undefined) return pass();
    return fail(
      {
        en: `Policy ${policy.name} allows ${found} with every key`,
        ja: `ポリシー ${policy.name} は全キーに対する ${found} を許可しています`,
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
    Statement = [{ Effect = "Allow", Action = ["kms:Decrypt"], Resource = "*" }]
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
          - { Effect: Allow, Action: ["kms:Decrypt"], Resource: "*" }`,
      },
    ),
    fails(
      'inline policy of a role',
      `resource "aws_iam_role_policy" "worker" {
  name   = "worker"
  role   = "worker"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["kms:Decrypt"], Resource = "*" }] })
}`,
    ),
    fails(
      'rendered document',
      `data "aws_iam_policy_document" "worker" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "worker" {
  name   = "worker"
  policy = data.aws_iam_policy_document.worker.json
}`,
    ),
    fails(
      'every action, every key of an account',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "arn:aws:kms:*:123456789012:key/*" }]
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
          - { Effect: Allow, Action: "kms:*", Resource: "arn:aws:kms:*:123456789012:key/*" }`,
      },
    ),
    passes(
      'bounded',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["kms:Decrypt"], Resource = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555" }]
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
          - { Effect: Allow, Action: ["kms:Decrypt"], Resource: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555" }`,
      },
    ),
    passes(
      'a denial',
      `resource "aws_iam_policy" "worker" {
  name = "worker"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = ["kms:Decrypt"], Resource = "*" }]
  })
}`,
    ),
  ],
});

const decrypting = ['kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ScheduleKeyDeletion'];

function everyKey(document: PolicyDocument | undefined): string | undefined {
  const statement = findStatement(
    document,
    (each) =>
      each.effect === 'Allow' &&
      decrypting.some((action) => coversAction(each, action)) &&
      any(each.resources, isEveryKey) &&
      none(each.conditions, isEffective),
  );
  return statement && decrypting.find((action) => coversAction(statement, action));
}

function isEveryKey(resource: string): boolean {
  return resource === '*' || /^arn:[^:]*:kms:[^:]*:[^:]*:(?:key\/)?\*$/.test(resource);
}
