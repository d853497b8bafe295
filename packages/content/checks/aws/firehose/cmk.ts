/** A key of AWS opens for everybody who may use the service. */
import { allOf, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Delivery streams are encrypted with a customer managed key', ja: '配信ストリームがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.firehose.delivery-stream',
  why: {
    en: 'With a key of your own, reading buffered records takes a second permission that you grant, record and withdraw.',
    ja: '自社の鍵なら、滞留したレコードを読むには別の権限が必要になり、その付与・記録・取り消しができます。',
  },
  fix: {
    summary: {
      en: 'Set key_type to CUSTOMER_MANAGED_CMK and name the key.',
      ja: 'key_type を CUSTOMER_MANAGED_CMK にし、キーを指定してください。',
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
    cli: 'aws firehose start-delivery-stream-encryption --delivery-stream-name NAME --delivery-stream-encryption-configuration-input KeyType=CUSTOMER_MANAGED_CMK,KeyARN=ARN',
  },
  references: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html'],
  equivalents: ['CKV_AWS_241', 'cloudsploit:deliveryStreamEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(stream) {
    if (stream.readsStream)
      return notApplicable({ en: 'The stream it reads from keeps the records', ja: 'レコードは読み取り元のストリームに保存されます' });
    const isOwn = allOf(
      () => stream.isEncrypted,
      () => stream.keyType === 'CUSTOMER_MANAGED_CMK',
    );
    if (isOwn) return pass();
    return fail({
      en: `Delivery stream ${stream.name} is not encrypted with a customer managed key`,
      ja: `配信ストリーム ${stream.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not encrypted',
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
      'the key of AWS',
      `resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders"
  destination = "extended_s3"
  server_side_encryption {
    enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamName: orders
      DeliveryStreamEncryptionConfigurationInput:
        KeyType: AWS_OWNED_CMK`,
      },
    ),
    passes(
      'a key of the account',
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
  ],
});
