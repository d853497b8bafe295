/** Trust in an account is trust in everybody who administers it. */
import type { PolicyCondition } from '@kumomori/model';
import { any, aside, coversAction, defineCheck, fail, fails, findStatement, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Trust policies name roles or users, not whole accounts',
    ja: '信頼ポリシーがアカウント全体ではなくロールやユーザーを指定している',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.trust-policy',
  why: {
    en: 'Every principal of that account whose administrators allow it may assume the role.',
    ja: 'そのアカウントの管理者が許可した全プリンシパルが、ロールを引き受けられます。',
  },
  fix: {
    summary: { en: 'Name the role or user that assumes the role.', ja: '引き受けるロールやユーザーを指定してください。' },
    terraform: `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:role/deploy" } }]
  })
}`,
    cloudformation: `Resources:
  Partner:
    Type: AWS::IAM::Role
    Properties:
      RoleName: partner
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::123456789012:role/deploy" } }`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  equivalents: ['CKV_AWS_61'],
  noFramework: 'no control mapping yet',
  evaluate(trust) {
    if (!trust.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });

    const isAccount = (value: string): boolean => /^(?:\d{12}|arn:[^:]*:iam::[^:]+:root)$/.test(value);
    const open = findStatement(
      trust.document,
      (statement) =>
        statement.effect === 'Allow' &&
        coversAction(statement, 'sts:AssumeRole') &&
        any(statement.principals, ({ type, value }) => type === 'AWS' && isAccount(value)) &&
        !aside(() => any(statement.conditions, narrows)),
    );
    if (!open) return pass();
    return fail(
      { en: `Role ${trust.name} trusts a whole account`, ja: `ロール ${trust.name} はアカウント全体を信頼しています` },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'root of an account',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:root" } }]
  })
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::IAM::Role
    Properties:
      RoleName: partner
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::123456789012:root" } }`,
      },
    ),
    fails(
      'an account id among others',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ["arn:aws:iam::123456789012:role/deploy", "123456789012"] } }]
  })
}`,
    ),
    passes(
      'a role',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:role/deploy" } }]
  })
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::IAM::Role
    Properties:
      RoleName: partner
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::123456789012:role/deploy" } }`,
      },
    ),
    passes(
      'one role of the account',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Condition = { ArnEquals = { "aws:PrincipalArn" = "arn:aws:iam::123456789012:role/deploy" } } }]
  })
}`,
    ),
  ],
});

/** Who may come is narrowed down to principals of the account. */
function narrows({ key }: PolicyCondition): boolean {
  return /^aws:principal(?:arn|tag\/.+)$/i.test(key);
}
