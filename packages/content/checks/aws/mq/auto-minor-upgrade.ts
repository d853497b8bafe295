/** Brokers run for years; known holes are closed only by upgrades. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Brokers take minor version upgrades', ja: 'ブローカーがマイナーバージョンを自動更新する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.mq.broker',
  why: {
    en: 'Minor versions close known holes of the broker; without the automatism they stay open until somebody remembers.',
    ja: 'マイナーバージョンで既知の欠陥が修正されます。自動更新がないと、誰かが気づくまで残ります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'auto_minor_version_upgrade', value: true }],
      cloudformation: [{ set: 'AutoMinorVersionUpgrade', value: true }],
    },
    summary: {
      en: 'Set auto_minor_version_upgrade to true.',
      ja: 'auto_minor_version_upgrade を true にしてください。',
    },
    terraform: `resource "aws_mq_broker" "orders" {
  broker_name                = "orders"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      EngineType: ActiveMQ
      EngineVersion: "5.18"
      HostInstanceType: mq.m5.large
      AutoMinorVersionUpgrade: true`,
    cli: 'aws mq update-broker --broker-id ID --auto-minor-version-upgrade',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html'],
  equivalents: ['CKV_AWS_207', 'MQ.3', 'prowler:mq_broker_auto_minor_version_upgrades', 'cloudsploit:mqAutoMinorVersionUpgrade'],
  noFramework: 'no control mapping yet',
  evaluate(broker) {
    if (broker.autoMinorVersionUpgrade) return pass();
    return fail({
      en: `Broker ${broker.name} does not upgrade its minor version by itself`,
      ja: `ブローカー ${broker.name} はマイナーバージョンを自動更新しません`,
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
    fails(
      'switched off',
      `resource "aws_mq_broker" "orders" {
  broker_name                = "orders"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = false
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
      AutoMinorVersionUpgrade: false`,
      },
    ),
    passes(
      'switched on',
      `resource "aws_mq_broker" "orders" {
  broker_name                = "orders"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.m5.large"
  auto_minor_version_upgrade = true
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
      AutoMinorVersionUpgrade: true`,
      },
    ),
  ],
});
