import type { Example } from '@kumomori/model';
import { fails, isNotApplicable, isUnknown, passes } from '@kumomori/model';

export const escalationExamples: readonly Example[] = [
  fails(
    'any role passed to a function, over two statements',
    `data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["lambda:*"]
    resources = ["arn:aws:lambda:ap-northeast-1:123456789012:function:orders-*"]
  }
  statement {
    actions   = ["iam:PassRole", "iam:GetRole"]
    resources = ["*"]
  }
}
resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}`,
  ),
  fails(
    'new versions of any policy',
    `resource "aws_iam_role_policy" "ci" {
  role   = "ci"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:Create*", Resource = "*" }] })
}`,
  ),
  fails(
    'all roles of the account by wildcard',
    `resource "aws_iam_policy" "ec2" {
  name = "start-instances"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "ec2:RunInstances", Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::123456789012:role/*" },
    ]
  })
}`,
  ),
  fails(
    'passing is limited to the very service',
    `resource "aws_iam_policy" "ec2" {
  name = "start-instances"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "ec2:RunInstances", Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = "*", Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } } },
    ]
  })
}`,
  ),
  fails(
    'everything but a few actions, by itself',
    `data "aws_iam_policy_document" "power" {
  statement {
    not_actions = ["organizations:*", "account:*"]
    resources   = ["*"]
  }
}`,
  ),
  passes(
    'only one role may be passed',
    `resource "aws_iam_role" "orders" {
  name               = "orders-function"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_iam_policy" "deploy" {
  name = "deploy"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["lambda:Create*", "lambda:Invoke*"], Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.orders.arn },
    ]
  })
}`,
  ),
  passes(
    'passing is limited to another service',
    `resource "aws_iam_policy" "ec2" {
  name = "start-instances"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "ec2:RunInstances", Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = "*", Condition = { StringEquals = { "iam:PassedToService" = "ecs.amazonaws.com" } } },
    ]
  })
}`,
  ),
  passes(
    'own access keys only',
    `resource "aws_iam_policy" "self" {
  name = "manage-own-keys"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["iam:CreateAccessKey", "iam:DeleteAccessKey"], Resource = "arn:aws:iam::*:user/$\${aws:username}" }]
  })
}`,
  ),
  passes(
    'denied again',
    `resource "aws_iam_policy" "power" {
  name = "power-user"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ec2:*", "iam:*"], Resource = "*" },
      { Effect = "Deny", Action = ["iam:*"], Resource = "*" },
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
    'an administrator need not escalate',
    `resource "aws_iam_policy" "admin" {
  name   = "admin"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}`,
  ),
  fails('any role passed to a function, in a template', {
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: lambda:*
            Resource: '*'
          - Effect: Allow
            Action: iam:PassRole
            Resource: '*'`,
  }),
  passes('only one role of the template may be passed', {
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: lambda:Create*
            Resource: '*'
          - Effect: Allow
            Action: iam:PassRole
            Resource: !GetAtt Worker.Arn
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com`,
  }),
];
