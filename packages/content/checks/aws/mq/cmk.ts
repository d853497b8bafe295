import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Brokers are encrypted with a customer managed key', ja: 'ブローカーがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.mq.broker',
  why: {
    en: "Orders, mails and events rest on the broker's disk. With a key of your own you decide who may decrypt them, see each use and can cut it off.",
    ja: '注文やイベントなどのメッセージがブローカーのディスクに残ります。自社の鍵なら、復号できる相手の限定、利用の記録、停止ができます。',
  },
  fix: {
    summary: {
      en: 'Name a KMS key of your own in encryption_options; a broker takes it only when it is created.',
      ja: 'encryption_options に自社の KMS キーを指定してください。作成時にのみ設定できます。',
    },
    terraform: `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  encryption_options {
    kms_key_id        = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    use_aws_owned_key = false
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      EngineType: ActiveMQ
      EngineVersion: "5.18"
      HostInstanceType: mq.m5.large
      EncryptionOptions:
        KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
        UseAwsOwnedKey: false`,
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html'],
  equivalents: ['CKV_AWS_209', 'cloudsploit:mqDesiredEncryptionLevel'],
  noFramework: 'no control mapping yet',
  evaluate(broker) {
    if (broker.hasCustomerKey) return pass();
    return fail({
      en: `Broker ${broker.name} is not encrypted with a customer managed key`,
      ja: `ブローカー ${broker.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      EngineType: ActiveMQ
      EngineVersion: "5.18"
      HostInstanceType: mq.m5.large`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  encryption_options {
    kms_key_id        = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    use_aws_owned_key = false
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      EngineType: ActiveMQ
      EngineVersion: "5.18"
      HostInstanceType: mq.m5.large
      EncryptionOptions:
        KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
        UseAwsOwnedKey: false`,
      },
    ),
  ],
});
