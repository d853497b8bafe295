/** An identity provider signs in everybody who has an account with it. */
import { any, defineCheck, fail, fails, findStatement, none, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Federated trust has a condition', ja: 'フェデレーションへの信頼に条件がある' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.trust-policy',
  why: {
    en: 'Without a condition every application and user of the provider assumes the role, not only yours.',
    ja: '条件がないと、そのプロバイダーのあらゆるアプリケーションやユーザーがロールを引き受けられます。',
  },
  fix: {
    summary: {
      en: 'Add a condition on the audience and the subject of the token.',
      ja: 'トークンの対象 (aud) とサブジェクト (sub) の条件を加えてください。',
    },
    terraform: `resource "aws_iam_role" "web" {
  name = "web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Condition = { StringEquals = { "cognito-identity.amazonaws.com:aud" = "us-east-1:11111111-2222-3333-4444-555555555555" } }
    }]
  })
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::IAM::Role
    Properties:
      RoleName: web
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: { Federated: cognito-identity.amazonaws.com }
            Condition: { StringEquals: { "cognito-identity.amazonaws.com:aud": "us-east-1:11111111-2222-3333-4444-555555555555" } }`,
    cli: 'aws iam update-assume-role-policy --role-name ROLE --policy-document file://trust.json',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html'],
  equivalents: ['CKV_AWS_393'],
  noFramework: 'no control mapping yet',
  evaluate(trust) {
    if (!trust.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const open = findStatement(
      trust.document,
      (statement) =>
        statement.effect === 'Allow' &&
        any(statement.principals, ({ type }) => type === 'Federated') &&
        none(statement.conditions, () => true),
    );
    if (!open) return pass();
    return fail(
      {
        en: `Role ${trust.name} trusts everybody its identity provider signs in`,
        ja: `ロール ${trust.name} は ID プロバイダーの全利用者を信頼しています`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'no condition',
      `resource "aws_iam_role" "web" {
  name = "web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
    }]
  })
}`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::IAM::Role
    Properties:
      RoleName: web
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: { Federated: cognito-identity.amazonaws.com }`,
      },
    ),
    passes(
      'one identity pool',
      `resource "aws_iam_role" "web" {
  name = "web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Condition = { StringEquals = { "cognito-identity.amazonaws.com:aud" = "us-east-1:11111111-2222-3333-4444-555555555555" } }
    }]
  })
}`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::IAM::Role
    Properties:
      RoleName: web
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: { Federated: cognito-identity.amazonaws.com }
            Condition: { StringEquals: { "cognito-identity.amazonaws.com:aud": "us-east-1:11111111-2222-3333-4444-555555555555" } }`,
      },
    ),
  ],
});
