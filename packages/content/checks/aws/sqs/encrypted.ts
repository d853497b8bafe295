/** Messages wait in the queue for up to two weeks. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Queues are encrypted', ja: 'キューが暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.sqs.queue',
  why: {
    en: 'Messages wait in the queue for days; new queues are encrypted unless somebody switches it off.',
    ja: 'メッセージは数日間キューに残ります。新しいキューは、明示的に無効にしない限り暗号化されます。',
  },
  fix: {
    summary: {
      en: 'Leave sqs_managed_sse_enabled on, or name a KMS key.',
      ja: 'sqs_managed_sse_enabled を有効のままにするか、KMS キーを指定してください。',
    },
    terraform: `resource "aws_sqs_queue" "orders" {
  name = "orders"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders`,
    cli: 'aws sqs set-queue-attributes --queue-url URL --attributes SqsManagedSseEnabled=true',
  },
  references: ['https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html'],
  equivalents: [
    'CKV_AWS_27',
    'AVD-AWS-0096',
    'tfsec:aws-sqs-enable-queue-encryption',
    'SQS.1',
    'prowler:sqs_queues_server_side_encryption_enabled',
    'cloudsploit:sqsEncryptionEnabled',
    'cloudsploit:sqsEncrypted',
  ],
  evaluate(queue) {
    const isEncrypted = anyOf(
      () => queue.kmsKeyId !== undefined && queue.kmsKeyId !== '',
      () => queue.managedEncryption,
    );
    if (isEncrypted) return pass();
    return fail(
      { en: `Queue ${queue.name} is not encrypted`, ja: `キュー ${queue.name} は暗号化されていません` },
      { at: ['managedEncryption'] },
    );
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = false
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      SqsManagedSseEnabled: false`,
      },
    ),
    passes(
      'not written: the key of SQS',
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
    passes(
      'a KMS key',
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
  ],
});
