/** Records wait in the delivery stream until they are written. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Delivery streams are encrypted', ja: '配信ストリームが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.firehose.delivery-stream',
  why: {
    en: 'Records wait in the delivery stream for up to a day when the destination fails; without encryption they wait readably.',
    ja: '配信先に障害があるとレコードは最長 1 日滞留します。暗号化しないと、その間は読める形で残ります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'server_side_encryption.enabled', value: true }],
      cloudformation: [{ set: 'DeliveryStreamEncryptionConfigurationInput.KeyType', value: 'AWS_OWNED_CMK' }],
    },
    summary: {
      en: 'Turn server-side encryption on.',
      ja: 'サーバー側の暗号化を有効にしてください。',
    },
    terraform: `resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamName: orders
      DeliveryStreamEncryptionConfigurationInput:
        KeyType: CUSTOMER_MANAGED_CMK
        KeyARN: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    cli: 'aws firehose start-delivery-stream-encryption --delivery-stream-name NAME',
  },
  references: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html'],
  equivalents: ['CKV_AWS_240', 'DataFirehose.1', 'prowler:firehose_stream_encrypted_at_rest', 'cloudsploit:firehoseEncrypted'],
  evaluate(stream) {
    if (stream.readsStream)
      return notApplicable({ en: 'The stream it reads from keeps the records', ja: 'レコードは読み取り元のストリームに保存されます' });
    if (stream.isEncrypted) return pass();
    return fail(
      {
        en: `Delivery stream ${stream.name} is not encrypted`,
        ja: `配信ストリーム ${stream.name} は暗号化されていません`,
      },
      { at: ['isEncrypted'] },
    );
  },
  examples: [
    fails(
      'not written',
      `resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders"
  destination = "extended_s3"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamName: orders`,
      },
    ),
    fails(
      'switched off',
      `resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders"
  destination = "extended_s3"
  server_side_encryption {
    enabled = false
  }
}`,
    ),
    passes(
      'switched on',
      `resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders"
  destination = "extended_s3"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamName: orders
      DeliveryStreamEncryptionConfigurationInput:
        KeyType: CUSTOMER_MANAGED_CMK
        KeyARN: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
    isNotApplicable(
      'reads from a stream',
      `resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:ap-northeast-1:123456789012:stream/orders"
    role_arn           = "arn:aws:iam::123456789012:role/orders"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamName: orders
      KinesisStreamSourceConfiguration:
        KinesisStreamARN: arn:aws:kinesis:ap-northeast-1:123456789012:stream/orders
        RoleARN: arn:aws:iam::123456789012:role/orders`,
      },
    ),
  ],
});
