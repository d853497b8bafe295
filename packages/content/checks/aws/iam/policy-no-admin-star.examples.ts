import type { Example } from '@kumomori/model';
import { fails, isNotApplicable, isUnknown, passes } from '@kumomori/model';

export const adminStarExamples: readonly Example[] = [
  fails(
    'literal document',
    `resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:ListAllMyBuckets", "*"], Resource = "*" }] })
}`,
  ),
  fails(
    'rendered document with the default effect',
    `data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}`,
  ),
  fails(
    'a document that is handed to other code',
    `data "aws_iam_policy_document" "deploy" {
  statement {
    effect    = "Allow"
    actions   = ["*:*"]
    resources = ["*"]
  }
}
output "deploy_policy" {
  value = data.aws_iam_policy_document.deploy.json
}`,
  ),
  fails(
    'two statements that add up to everything',
    `resource "aws_iam_policy" "operator" {
  name = "operator"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", NotAction = ["iam:*", "organizations:LeaveOrganization"], Resource = "*" },
      { Effect = "Allow", Action = ["iam:*", "organizations:*"], Resource = "*" },
    ]
  })
}`,
  ),
  fails(
    'multi-factor authentication does not narrow what is allowed',
    `resource "aws_iam_policy" "admins" {
  name = "admins"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }]
  })
}`,
  ),
  fails('the wildcard comes from a module argument', {
    'main.tf': `module "ci" {
  source  = "./policy"
  actions = ["*"]
}`,
    'policy/main.tf': `variable "actions" {
  default = ["s3:GetObject"]
}
resource "aws_iam_policy" "this" {
  name   = "ci"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }] })
}`,
  }),
  passes(
    'everything but identity and organization',
    `resource "aws_iam_policy" "power" {
  name   = "power-user"
  policy = jsonencode({ Statement = [{ Effect = "Allow", NotAction = ["iam:*", "organizations:*", "account:*"], Resource = "*" }] })
}`,
  ),
  passes(
    'every action on one bucket of this code',
    `resource "aws_s3_bucket" "orders" {}
resource "aws_iam_policy" "orders" {
  name = "orders"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "*", Resource = [aws_s3_bucket.orders.arn, "\${aws_s3_bucket.orders.arn}/*"] }]
  })
}`,
  ),
  passes(
    'denied, and allowed only where a tag says so',
    `resource "aws_iam_policy" "sandbox" {
  name = "sandbox"
  policy = jsonencode({
    Statement = [
      { Effect = "Deny", Action = "*", Resource = "*", Condition = { StringNotEquals = { "aws:RequestedRegion" = "ap-northeast-1" } } },
      { Effect = "Allow", Action = "*", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/env" = "sandbox" } } },
    ]
  })
}`,
  ),
  isUnknown(
    'the actions are handed in',
    `variable "actions" {}
resource "aws_iam_policy" "ci" {
  name   = "ci"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }] })
}`,
  ),
  isNotApplicable(
    'permissions boundary',
    `resource "aws_iam_policy" "boundary" {
  name = "boundary"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }, { Effect = "Deny", Action = "iam:*", Resource = "*" }]
  })
}
resource "aws_iam_role" "worker" {
  name                 = "worker"
  permissions_boundary = aws_iam_policy.boundary.arn
  assume_role_policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}`,
  ),
  isNotApplicable(
    'inline policy',
    `resource "aws_iam_user_policy" "ops" {
  user   = "ops"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}`,
  ),
  fails('managed policy of a template', {
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: '*'
            Resource: '*'`,
  }),
  fails('the wildcard is the default of a parameter', {
    cloudformation: `Parameters:
  Actions:
    Type: CommaDelimitedList
    Default: '*'
Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: !Ref Actions
            Resource: '*'`,
  }),
  passes('one bucket of a template', {
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: '*'
            Resource: !Sub arn:\${AWS::Partition}:s3:::orders-bucket/*`,
  }),
  isUnknown('the actions are a parameter', {
    cloudformation: `Parameters:
  Actions:
    Type: CommaDelimitedList
Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: !Ref Actions
            Resource: '*'`,
  }),
  isNotApplicable('inline policy of a template', {
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::UserPolicy
    Properties:
      PolicyName: ops
      UserName: ops
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: '*'
            Resource: '*'`,
  }),
];
