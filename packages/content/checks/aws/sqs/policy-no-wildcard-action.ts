/** Who was let in to send may then also delete the queue. */
import { any, anyStatement, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Queue policies do not allow every action', ja: 'キューのポリシーがすべての操作を許可していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sqs.queue',
  why: {
    en: 'A statement for every action lets a sender read all messages, delete the queue and change its policy.',
    ja: 'すべての操作を許すと、送信だけのはずの相手が、全メッセージの読み取り、キューの削除、ポリシー変更までできます。',
  },
  fix: {
    summary: {
      en: 'List the actions that are needed, such as sqs:SendMessage.',
      ja: 'sqs:SendMessage など必要な操作だけを列挙してください。',
    },
    terraform: `resource "aws_sqs_queue" "orders" {
  name = "orders"
}
resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "sqs:SendMessage" }] })
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "123456789012" }
            Action: sqs:SendMessage`,
    cli: 'aws sqs set-queue-attributes --queue-url URL --attributes file://attributes.json',
  },
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html'],
  equivalents: ['CKV_AWS_72', 'AVD-AWS-0097', 'tfsec:aws-sqs-no-wildcards-in-policy-documents'],
  noFramework: 'no control mapping yet',
  evaluate(queue) {
    if (
      !anyStatement(
        queue.policy,
        (statement) => statement.effect === 'Allow' && any(statement.actions, (action) => /^(?:\*|sqs:\*)$/i.test(action)),
      )
    )
      return pass();
    return fail({
      en: `The policy of queue ${queue.name} allows every action`,
      ja: `キュー ${queue.name} のポリシーはすべての操作を許可しています`,
    });
  },
  examples: [
    fails(
      'every action',
      `resource "aws_sqs_queue" "orders" {
  name = "orders"
}
resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "sqs:*" }] })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "123456789012" }
            Action: sqs:*`,
      },
    ),
    passes(
      'sending',
      `resource "aws_sqs_queue" "orders" {
  name = "orders"
}
resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "sqs:SendMessage" }] })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "123456789012" }
            Action: sqs:SendMessage`,
      },
    ),
  ],
});
