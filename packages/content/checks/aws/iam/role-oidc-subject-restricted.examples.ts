import type { Example } from '@kumomori/model';
import { fails, isNotApplicable, isUnknown, passes } from '@kumomori/model';

const provider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';

/** A role whose trust policy for GitHub has these conditions. */
function role(condition: string): string {
  return `resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "${provider}" }
      Condition = { ${condition} }
    }]
  })
}`;
}

export const oidcExamples: readonly Example[] = [
  fails('audience only', role('StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }')),
  fails('any repository', role('StringLike = { "token.actions.githubusercontent.com:sub" = "repo:*" }')),
  fails('one of two subjects is open', role('StringLike = { "token.actions.githubusercontent.com:sub" = ["repo:example/orders:*", "*"] }')),
  fails('prefix of an organization name', role('StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example*" }')),
  fails(
    'an environment that anybody may create',
    role('StringEquals = { "token.actions.githubusercontent.com:sub" = "environment:prod" }'),
  ),
  fails(
    'a condition that is true without the claim',
    role('"ForAllValues:StringLike" = { "token.actions.githubusercontent.com:sub" = "repo:example/*" }'),
  ),
  fails(
    'provider of this code, document by itself',
    `resource "aws_iam_openid_connect_provider" "gitlab" {
  url            = "https://gitlab.com"
  client_id_list = ["https://gitlab.com"]
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.gitlab.arn]
    }
    condition {
      test     = "StringLike"
      variable = "gitlab.com:sub"
      values   = ["project_path:*:ref_type:branch:ref:main"]
    }
  }
}`,
  ),
  passes(
    'branch of a repository',
    role('StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:example/orders:ref:refs/heads/main" }'),
  ),
  passes('repositories of one organization', role('StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/*" }')),
  passes('immutable repository id', role('StringEquals = { "token.actions.githubusercontent.com:repository_id" = "123456" }')),
  passes(
    'service account of a cluster',
    `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/oidc.eks.ap-northeast-1.amazonaws.com/id/EXAMPLE"]
    }
    condition {
      test     = "StringEquals"
      variable = "oidc.eks.ap-northeast-1.amazonaws.com/id/EXAMPLE:sub"
      values   = ["system:serviceaccount:kube-system:aws-node"]
    }
  }
}
resource "aws_iam_role" "cni" {
  name               = "cni"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}`,
  ),
  isUnknown(
    'the subject is handed in',
    `variable "subject" {}
${role('StringLike = { "token.actions.githubusercontent.com:sub" = var.subject }')}`,
  ),
  isNotApplicable(
    'identity pool, where the audience is the pool',
    `resource "aws_iam_role" "app" {
  name = "app"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Condition = { StringEquals = { "cognito-identity.amazonaws.com:aud" = "ap-northeast-1:11111111-2222-3333-4444-555555555555" } }
    }]
  })
}`,
  ),
  fails('audience only, in a template', {
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: 
              Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
            Condition:
              StringEquals:
                token.actions.githubusercontent.com:aud: sts.amazonaws.com`,
  }),
  fails('any repository, in a template', {
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: 
              Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
            Condition:
              StringLike:
                token.actions.githubusercontent.com:sub: repo:*`,
  }),
  passes('branch of a repository, in a template', {
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: 
              Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
            Condition:
              StringEquals:
                token.actions.githubusercontent.com:sub: repo:example/orders:ref:refs/heads/main`,
  }),
  isUnknown('the subject is a parameter', {
    cloudformation: `Parameters:
  Subject:
    Type: String
Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: 
              Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
            Condition:
              StringLike:
                token.actions.githubusercontent.com:sub: !Ref Subject`,
  }),
];
