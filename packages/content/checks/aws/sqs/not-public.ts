/** A queue for everyone is read empty by strangers, or filled with jobs that the workers carry out. */
import { coversAction, defineCheck, fail, fails, findStatement, grantsEveryone, isUnknown, pass, passes } from '@kumomori/model';

const uses = [
  'sqs:SendMessage',
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:PurgeQueue',
  'sqs:SetQueueAttributes',
  'sqs:AddPermission',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ChangeMessageVisibility',
];

export const check = defineCheck({
  title: { en: 'Queue policy does not admit everyone', ja: 'キューポリシーが全員を許可していない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.sqs.queue',
  why: {
    en: 'Anybody may read the messages, empty the queue or send jobs that workers carry out with their own rights.',
    ja: '誰でもメッセージを読み取り、キューを空にし、ワーカーが自らの権限で実行するジョブを送り込めます。',
  },
  fix: {
    summary: {
      en: 'Name the accounts or services in the queue policy, or limit everyone by aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID.',
      ja: 'アカウントやサービスを明示するか、aws:SourceArn・aws:SourceAccount・aws:PrincipalOrgID の条件で制限してください。',
    },
    terraform: `resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:ap-northeast-1:123456789012:orders" } }
    }]
  })
}`,
    cli: 'aws sqs set-queue-attributes --queue-url URL --attributes file://policy.json',
    console: {
      en: 'SQS → the queue → Access policy → Edit → replace the principal "*" → Save.',
      ja: 'SQS → 対象のキュー → アクセスポリシー → 編集 → プリンシパル "*" を置き換えて保存します。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html'],
  equivalents: ['CKV_AWS_168', 'CKV_AWS_387', 'SQS.3', 'prowler:sqs_queues_not_publicly_accessible', 'cloudsploit:sqsPublicAccess'],
  evaluate(queue) {
    const open = findStatement(
      queue.policy,
      (statement) => uses.some((action) => coversAction(statement, action)) && grantsEveryone(statement),
    );
    if (!open) return pass();
    return fail({
      en: `Queue ${queue.name} admits everyone: its policy allows ${open.actions[0] ?? 'all but NotAction'}`,
      ja: `キュー ${queue.name} は全員に ${open.actions[0] ?? 'NotAction 以外'} を許可しています`,
    });
  },
  examples: [
    fails(
      'separate policy',
      `resource "aws_sqs_queue" "orders" {
  name = "orders"
}
resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = ["sqs:GetQueueUrl", "sqs:ReceiveMessage"], Resource = aws_sqs_queue.orders.arn }] })
}`,
    ),
    fails(
      'inline policy, a wildcard for every source',
      `resource "aws_sqs_queue" "orders" {
  name = "orders"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "sqs:SendMessage", Resource = "*", Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:*:*:*" } } }]
  })
}`,
    ),
    fails(
      'a tag that an outsider puts on a role of its own',
      `resource "aws_sqs_queue" "orders" {
  name = "orders"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*", Condition = { StringEquals = { "aws:PrincipalTag/team" = "orders" } } }]
  })
}`,
    ),
    passes('no policy', `resource "aws_sqs_queue" "orders" {\n  name = "orders"\n}`),
    passes(
      'messages of one topic',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sqs_queue" "orders" {
  name = "orders"
}
resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.url
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = aws_sqs_queue.orders.arn, Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.orders.arn } } }]
  })
}`,
    ),
    passes(
      'notifications of one bucket, as the S3 User Guide writes them',
      `resource "aws_sqs_queue" "uploads" {
  name = "uploads"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*", Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:s3:*:*:uploads-bucket" } } }]
  })
}`,
    ),
    fails(
      'notifications of any bucket',
      `resource "aws_sqs_queue" "uploads" {
  name = "uploads"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*", Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:s3:*:*:*" } } }]
  })
}`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy" {}\nresource "aws_sqs_queue" "orders" {\n  name   = "orders"\n  policy = var.policy\n}`,
    ),
    fails('everyone (CloudFormation)', {
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
            Principal: "*"
            Action: sqs:SendMessage
            Resource: "*"`,
    }),
    passes('one account (CloudFormation)', {
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
            Action: sqs:SendMessage
            Resource: "*"`,
    }),
  ],
});
