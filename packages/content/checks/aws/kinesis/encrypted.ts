/** Records in a stream are raw business data. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kinesis streams are encrypted', ja: 'Kinesis ストリームが暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.kinesis.stream',
  why: {
    en: 'Streams carry raw events such as orders and clicks; unencrypted, they lie readable on shared storage.',
    ja: 'ストリームには注文や操作などの生データが流れます。暗号化しないと、共有ストレージに読める形で残ります。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'encryption_type', value: 'KMS' },
        { set: 'kms_key_id', value: 'alias/aws/kinesis', unlessThere: true },
      ],
      cloudformation: [
        { set: 'StreamEncryption.EncryptionType', value: 'KMS' },
        { set: 'StreamEncryption.KeyId', value: 'alias/aws/kinesis', unlessThere: true },
      ],
    },
    summary: {
      en: 'Set encryption_type to KMS.',
      ja: 'encryption_type を KMS にしてください。',
    },
    terraform: `resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1
      StreamEncryption:
        EncryptionType: KMS
        KeyId: alias/aws/kinesis`,
    cli: 'aws kinesis start-stream-encryption --stream-name NAME --encryption-type KMS --key-id alias/aws/kinesis',
  },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html'],
  equivalents: [
    'CKV_AWS_43',
    'AVD-AWS-0064',
    'tfsec:aws-kinesis-enable-in-transit-encryption',
    'Kinesis.1',
    'prowler:kinesis_stream_encrypted_at_rest',
    'cloudsploit:kinesisEncrypted',
  ],
  evaluate(stream) {
    if (stream.encryption === 'KMS') return pass();
    return fail({
      en: `Stream ${stream.name} is not encrypted (${stream.encryption})`,
      ja: `ストリーム ${stream.name} は暗号化されていません (${stream.encryption})`,
    });
  },
  examples: [
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
    fails(
      'none',
      `resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 1
  encryption_type = "NONE"
}`,
    ),
    passes(
      'KMS',
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
  ],
});
