/** Nobody can withdraw the key of AWS, nor say who may use it. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Keys of queues are customer managed', ja: 'キューの鍵がカスタマー管理キーである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sqs.queue',
  why: {
    en: 'With the key of AWS whoever may receive reads the messages; a key of your own asks for a second permission and can be withdrawn.',
    ja: 'AWS の鍵では、受信できる人がメッセージも読めます。自社の鍵なら別の権限が必要になり、取り消しもできます。',
  },
  fix: {
    summary: {
      en: 'Set kms_master_key_id to a KMS key of your own.',
      ja: 'kms_master_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_sqs_queue" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/orders"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      KmsMasterKeyId: alias/orders`,
    cli: 'aws sqs set-queue-attributes --queue-url URL --attributes KmsMasterKeyId=alias/orders',
  },
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html'],
  equivalents: ['CKV2_AWS_73', 'AVD-AWS-0135', 'tfsec:aws-sqs-queue-encryption-use-cmk'],
  noFramework: 'no control mapping yet',
  evaluate(queue) {
    if (queue.kmsKeyId === undefined || queue.kmsKeyId === '')
      return notApplicable({ en: 'It uses no KMS key', ja: 'KMS キーを使っていません' });
    if (queue.hasCustomerKey) return pass();
    return fail({
      en: `Queue ${queue.name} uses a key of AWS (${queue.kmsKeyId})`,
      ja: `キュー ${queue.name} は AWS の鍵を使っています (${queue.kmsKeyId})`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_sqs_queue" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/aws/sqs"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      KmsMasterKeyId: alias/aws/sqs`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_sqs_queue" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      KmsMasterKeyId: alias/orders`,
      },
    ),
    isNotApplicable(
      'no KMS key',
      `resource "aws_sqs_queue" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders`,
      },
    ),
  ],
});
