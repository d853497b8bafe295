/** A service that acts for many customers can be talked into acting for the wrong one. */
import type { PolicyCondition } from '@kumomori/model';
import { any, coversAction, defineCheck, fail, fails, findStatement, none, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Third-party cross-account trust demands an external id or MFA', ja: '他アカウントへの信頼に外部 ID か MFA を必要とする' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.trust-policy',
  why: {
    en: 'Another customer of the same service provider enters your role name and works in your account.',
    ja: '同じ事業者の別の顧客があなたのロール名を登録すると、あなたのアカウントを操作できてしまいます。',
  },
  fix: {
    summary: {
      en: 'Add a condition on sts:ExternalId (programs) or aws:MultiFactorAuthPresent (people).',
      ja: 'sts:ExternalId (プログラム) か aws:MultiFactorAuthPresent (人) の条件を加えてください。',
    },
    terraform: `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Condition = { StringEquals = { "sts:ExternalId" = "orders-partner" } } }]
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
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Condition: { StringEquals: { "sts:ExternalId": orders-partner } } }`,
    cli: 'aws iam update-assume-role-policy --role-name ROLE --policy-document file://trust.json',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  equivalents: ['prowler:iam_role_cross_account_readonlyaccess_policy', 'cloudsploit:crossAccountMfaExtIdAccess'],
  params: {
    ownAccounts: {
      type: 'strings',
      default: [],
      description: { en: 'Account ids of your own, which need no external id', ja: '外部 ID を必要としない自組織のアカウント ID' },
    },
  },
  evaluate(trust, { ownAccounts }) {
    if (!trust.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });

    const isForeign = (value: string): boolean =>
      ownAccounts.every((account) => !value.includes(account)) && /(^|::)\d{12}(:|$)/.test(value);
    const open = findStatement(
      trust.document,
      (statement) =>
        statement.effect === 'Allow' &&
        coversAction(statement, 'sts:AssumeRole') &&
        any(statement.principals, ({ type, value }) => type === 'AWS' && isForeign(value)) &&
        none(statement.conditions, demandsProof),
    );
    if (!open) return pass();
    const principal = open.principals.find(({ value }) => isForeign(value))?.value ?? '';
    return fail(
      {
        en: `Role ${trust.name} trusts ${principal} without external id or MFA`,
        ja: `ロール ${trust.name} は外部 ID や MFA なしで ${principal} を信頼しています`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'another account',
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
    passes(
      'external id',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Condition = { StringEquals = { "sts:ExternalId" = "orders-partner" } } }]
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
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Condition: { StringEquals: { "sts:ExternalId": orders-partner } } }`,
      },
    ),
    passes(
      'MFA',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }]
  })
}`,
    ),
    passes(
      'an account of the house',
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
        params: { ownAccounts: ['123456789012'] },
      },
    ),
    passes(
      'own account',
      `data "aws_caller_identity" "current" {}
resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = data.aws_caller_identity.current.account_id } }]
  })
}`,
    ),
    passes(
      'a service',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
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
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: ec2.amazonaws.com } }`,
      },
    ),
  ],
});

/** Also a condition on the organization: its accounts are no third parties. */
function demandsProof({ key }: PolicyCondition): boolean {
  return /^(?:sts:externalid|aws:multifactorauth(?:present|age)|aws:principalorg(?:id|paths)|aws:sourceorgid)$/i.test(key);
}
