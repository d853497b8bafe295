/** A role that trusts `*` can be assumed from any AWS account in the world; names of roles are guessed from error messages. */
import {
  coversAction,
  defineCheck,
  fail,
  fails,
  findStatement,
  grantsEveryone,
  isNotApplicable,
  isUnknown,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Role trust policy does not trust every AWS principal',
    ja: 'ロールの信頼ポリシーがすべての AWS プリンシパルを信頼していない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.trust-policy',
  why: {
    en: 'Anybody with an AWS account assumes the role and has its permissions; an external ID alone is no secret and keeps nobody out.',
    ja: 'AWS アカウントを持つ誰もがロールを引き受けられます。外部 ID は秘密情報ではないため、それだけでは防げません。',
  },
  fix: {
    summary: {
      en: 'Name the accounts, roles or services that assume the role, or add a condition on aws:PrincipalOrgID.',
      ja: 'ロールを引き受けるアカウント・ロール・サービスを明示するか、aws:PrincipalOrgID の条件を加えてください。',
    },
    terraform: `resource "aws_iam_role" "partner" {
  name = "partner-access"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::123456789012:role/partner" }
      Condition = { StringEquals = { "sts:ExternalId" = "orders-partner" } }
    }]
  })
}`,
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: '*'
            Condition:
              StringEquals:
                aws:PrincipalOrgID: o-exampleorg`,
    cli: 'aws iam update-assume-role-policy --role-name ROLE --policy-document file://trust.json',
    console: {
      en: 'IAM → Roles → the role → Trust relationships → Edit trust policy → replace "*" by ARNs → Update.',
      ja: 'IAM → ロール → 対象 → 信頼関係 → 信頼ポリシーを編集 → "*" を ARN に置き換えて更新します。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  equivalents: ['CKV_AWS_60', 'prowler:iam_no_custom_policy_permissive_role_assumption'],
  evaluate(trust) {
    if (!trust.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    const open = findStatement(
      trust.document,
      (statement) =>
        (coversAction(statement, 'sts:AssumeRole') || coversAction(statement, 'sts:AssumeRoleWithSAML')) && grantsEveryone(statement),
    );
    if (!open) return pass();
    return fail(
      {
        en: `Trust policy of ${trust.name} lets every AWS account assume the role`,
        ja: `${trust.name} の信頼ポリシーはすべての AWS アカウントにロールの引き受けを許可しています`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ["123456789012", "*"]}}]}
  JSON
}`,
    ),
    fails(
      'an external ID is no secret',
      `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = ["partner"]
    }
  }
}
resource "aws_iam_role" "partner" {
  name               = "partner"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}`,
    ),
    fails(
      'a role name that any account can use',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = "*", Condition = { ArnLike = { "aws:PrincipalArn" = "arn:aws:iam::*:role/partner" } } }]
  })
}`,
    ),
    passes(
      'everyone of the organization',
      `resource "aws_iam_role" "shared" {
  name = "shared"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-exampleorg" } } }]
  })
}`,
    ),
    passes(
      'own account and a role of this code',
      `data "aws_caller_identity" "current" {}
resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = [aws_iam_role.ci.arn, data.aws_caller_identity.current.account_id] }
    }]
  })
}`,
    ),
    passes(
      'a document by itself that is no trust policy',
      `data "aws_iam_policy_document" "site" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::campaign-site/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}`,
    ),
    isUnknown(
      'the principals are handed in',
      `variable "trusted" {}
resource "aws_iam_role" "partner" {
  name               = "partner"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.trusted } }] })
}`,
    ),
    isNotApplicable(
      'the document of a bucket policy',
      `data "aws_iam_policy_document" "site" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::campaign-site/*"]
  }
}
resource "aws_s3_bucket_policy" "site" {
  bucket = "campaign-site"
  policy = data.aws_iam_policy_document.site.json
}`,
    ),
    fails('everyone, in a template', {
      cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: 
              AWS: '*'`,
    }),
    passes('everyone of the organization, in a template', {
      cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: '*'
            Condition:
              StringEquals:
                aws:PrincipalOrgID: o-exampleorg`,
    }),
    passes('own account, in a template', {
      cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: 
              AWS: !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root`,
    }),
    isUnknown('the principals are a parameter', {
      cloudformation: `Parameters:
  Trusted:
    Type: CommaDelimitedList
Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: 
              AWS: !Ref Trusted`,
    }),
  ],
});
