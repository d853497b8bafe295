/** A broker past its end gets no fixes for published attacks on message parsing. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

/** Oldest versions in support. Source: Amazon MQ Developer Guide, version management pages, read 2026-11-22. */
const oldest: Readonly<Record<string, string>> = { activemq: '5.18', rabbitmq: '3.13' };

export const check = defineCheck({
  title: { en: 'Broker engine version is supported', ja: 'ブローカーのエンジンバージョンがサポートされている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.mq.engine',
  why: {
    en: 'Old ActiveMQ and RabbitMQ versions have published remote attacks and get no more fixes.',
    ja: '古い ActiveMQ・RabbitMQ には公開済みの攻撃手法があり、修正も提供されません。',
  },
  fix: {
    summary: {
      en: 'Move to ActiveMQ 5.18 or RabbitMQ 3.13, or a later one.',
      ja: 'ActiveMQ 5.18 または RabbitMQ 3.13 以降に移行してください。',
    },
    terraform: `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  host_instance_type = "mq.m5.large"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      HostInstanceType: mq.m5.large
      EngineType: RabbitMQ
      EngineVersion: "3.13"`,
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html'],
  equivalents: ['CKV_AWS_208', 'cloudsploit:mqBrokerVersion'],
  noFramework: 'no control mapping yet',
  evaluate(engine) {
    const { version } = engine;
    const minimum = oldest[engine.engineType?.toLowerCase() ?? ''];
    if (version === undefined || minimum === undefined || !isOlder(version, minimum)) return pass();
    return fail(
      {
        en: `${engine.name} uses ${engine.engineType} ${version}, older than ${minimum}`,
        ja: `${engine.name} の ${engine.engineType} ${version} は ${minimum} より古いバージョンです`,
      },
      { at: ['version'] },
    );
  },
  examples: [
    fails(
      'past its end',
      `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  host_instance_type = "mq.m5.large"
  engine_type        = "ActiveMQ"
  engine_version     = "5.15.14"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      HostInstanceType: mq.m5.large
      EngineType: ActiveMQ
      EngineVersion: 5.15.14`,
      },
    ),
    fails(
      'a configuration',
      `resource "aws_mq_configuration" "orders" {
  name           = "orders"
  engine_type    = "ActiveMQ"
  engine_version = "5.15.0"
  data           = "<broker/>"
}`,
    ),
    passes(
      'current',
      `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  host_instance_type = "mq.m5.large"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      HostInstanceType: mq.m5.large
      EngineType: RabbitMQ
      EngineVersion: "3.13"`,
      },
    ),
    passes(
      'a later major version',
      `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  host_instance_type = "mq.m5.large"
  engine_type        = "RabbitMQ"
  engine_version     = "4.2"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      HostInstanceType: mq.m5.large
      EngineType: RabbitMQ
      EngineVersion: "4.2"`,
      },
    ),
  ],
});

function isOlder(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = minimum.split('.').map(Number);
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}
