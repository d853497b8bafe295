/** A topic for everyone lets strangers read events by subscribing, or send forged ones to every subscriber. */
import { coversAction, defineCheck, fail, fails, findStatement, grantsEveryone, isUnknown, pass, passes } from '@kumomori/model';

const uses = [
  'sns:Publish',
  'sns:Subscribe',
  'sns:Receive',
  'sns:SetTopicAttributes',
  'sns:AddPermission',
  'sns:RemovePermission',
  'sns:DeleteTopic',
  'sns:GetTopicAttributes',
  'sns:ListSubscriptionsByTopic',
];

export const check = defineCheck({
  title: { en: 'Topic policy does not admit everyone', ja: 'トピックポリシーが全員を許可していない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.sns.topic',
  why: {
    en: 'Anybody may subscribe to the messages or publish forged ones that subscribers trust.',
    ja: '誰でもメッセージを購読したり、購読者が信頼する偽のメッセージを送信したりできます。',
  },
  fix: {
    summary: {
      en: 'Name the accounts or services in the topic policy, or limit everyone by aws:SourceAccount, aws:SourceArn or aws:PrincipalOrgID.',
      ja: 'アカウントやサービスを明示するか、aws:SourceAccount・aws:SourceArn・aws:PrincipalOrgID の条件で制限してください。',
    },
    terraform: `resource "aws_sns_topic" "orders" {
  name = "orders"
}

resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "s3.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.orders.arn
      Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
    }]
  })
}`,
    cli: 'aws sns set-topic-attributes --topic-arn ARN --attribute-name Policy --attribute-value file://policy.json',
    console: {
      en: 'SNS → Topics → the topic → Edit → Access policy → replace the principal "*" → Save.',
      ja: 'SNS → トピック → 対象 → 編集 → アクセスポリシー → プリンシパル "*" を置き換えて保存します。',
    },
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html'],
  equivalents: ['CKV_AWS_169', 'SNS.4', 'prowler:sns_topics_not_publicly_accessible', 'cloudsploit:topicPolicies'],
  evaluate(topic) {
    const open = findStatement(
      topic.policy,
      (statement) => uses.some((action) => coversAction(statement, action)) && grantsEveryone(statement),
    );
    if (!open) return pass();
    return fail({
      en: `Topic ${topic.name} admits everyone: its policy allows ${open.actions[0] ?? 'all but NotAction'}`,
      ja: `トピック ${topic.name} は全員に ${open.actions[0] ?? 'NotAction 以外'} を許可しています`,
    });
  },
  examples: [
    fails(
      'separate policy',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
}
data "aws_iam_policy_document" "orders" {
  statement {
    actions   = ["SNS:Publish", "SNS:Subscribe"]
    resources = [aws_sns_topic.orders.arn]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}
resource "aws_sns_topic_policy" "orders" {
  arn    = aws_sns_topic.orders.arn
  policy = data.aws_iam_policy_document.orders.json
}`,
    ),
    fails(
      'inline policy, limited by protocol only',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:Subscribe", Resource = "*", Condition = { StringEquals = { "sns:Protocol" = "https" } } }]
  })
}`,
    ),
    fails(
      'policy of a topic that is elsewhere',
      `resource "aws_sns_topic_policy" "orders" {
  arn    = "arn:aws:sns:ap-northeast-1:123456789012:orders"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:Publish", Resource = "*" }] })
}`,
    ),
    fails(
      'one of two policies for the same topic, which is elsewhere',
      `variable "topic_arn" {
  default = "arn:aws:sns:ap-northeast-1:123456789012:orders"
}
resource "aws_sns_topic_policy" "account" {
  arn    = var.topic_arn
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "sns:Publish", Resource = "*" }] })
}
resource "aws_sns_topic_policy" "everyone" {
  arn    = var.topic_arn
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:Publish", Resource = "*" }] })
}`,
    ),
    passes('default policy', `resource "aws_sns_topic" "orders" {\n  name = "orders"\n}`),
    passes(
      'everyone of the owning account, as AWS writes it',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["SNS:Publish", "SNS:Subscribe"]
      Resource  = "*"
      Condition = { StringEquals = { "AWS:SourceOwner" = "123456789012" } }
    }]
  })
}`,
    ),
    passes(
      'notifications of one bucket',
      `resource "aws_s3_bucket" "orders" {}
resource "aws_sns_topic" "orders" {
  name = "orders"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:Publish", Resource = "*", Condition = { ArnLike = { "aws:SourceArn" = aws_s3_bucket.orders.arn } } }]
  })
}`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy" {}\nresource "aws_sns_topic" "orders" {\n  name   = "orders"\n  policy = var.policy\n}`,
    ),
    fails('everyone (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
  Access:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: sns:Publish
            Resource: "*"`,
    }),
    passes('one account (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
  Access:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "123456789012" }
            Action: sns:Publish
            Resource: "*"`,
    }),
  ],
});
