import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Kinesis streams are encrypted with a customer managed key',
    ja: 'Kinesis ストリームがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.kinesis.stream',
  why: {
    en: "Whoever may read the stream can decrypt it with AWS's key. With a key of your own a second permission is needed, and each use is recorded.",
    ja: 'AWS の鍵では、ストリームを読める人は誰でも復号できます。自社の鍵なら別の権限も必要になり、利用も記録されます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_id to a KMS key of your own.',
      ja: 'kms_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/orders"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1
      StreamEncryption:
        EncryptionType: KMS
        KeyId: alias/orders`,
    cli: 'aws kinesis start-stream-encryption --stream-name NAME --encryption-type KMS --key-id alias/orders',
  },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html'],
  equivalents: ['CKV_AWS_185', 'cloudsploit:kinesisDataStreamsEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(stream) {
    if (stream.hasCustomerKey) return pass();
    return fail({
      en: `Kinesis stream ${stream.name} is not encrypted with a customer managed key`,
      ja: `Kinesis ストリーム ${stream.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1
      StreamEncryption:
        EncryptionType: KMS
        KeyId: alias/aws/kinesis`,
      },
    ),
    fails(
      'not written',
      `resource "aws_kinesis_stream" "orders" {
  name        = "orders"
  shard_count = 1
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1
      StreamEncryption:
        EncryptionType: KMS
        KeyId: alias/orders`,
      },
    ),
  ],
});
