/** The audit log says who changed users, queues and topics through the console. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'ActiveMQ brokers publish their audit log', ja: 'ActiveMQ ブローカーが監査ログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.mq.broker',
  why: {
    en: 'The audit log names who managed users, queues and topics; without it such changes cannot be traced to anybody.',
    ja: '監査ログには利用者・キュー・トピックを変更した人が残ります。ないと誰の操作かたどれません。',
  },
  fix: {
    edits: { terraform: [{ set: 'logs.audit', value: true }], cloudformation: [{ set: 'Logs.Audit', value: true }] },
    summary: {
      en: 'Turn the audit log on.',
      ja: '監査ログを有効にしてください。',
    },
    terraform: `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  logs {
    audit   = true
    general = true
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
      Logs:
        Audit: true
        General: true`,
    cli: 'aws mq update-broker --broker-id ID --logs Audit=true,General=true',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html'],
  equivalents: ['CKV_AWS_197', 'AVD-AWS-0070', 'tfsec:aws-mq-enable-audit-logging', 'MQ.2'],
  noFramework: 'no control mapping yet',
  evaluate(broker) {
    if (broker.engineType?.toLowerCase() === 'rabbitmq')
      return notApplicable({ en: 'RabbitMQ brokers have no audit log', ja: 'RabbitMQ には監査ログがありません' });
    if (broker.auditLogs) return pass();
    return fail(
      { en: `Broker ${broker.name} does not publish its audit log`, ja: `ブローカー ${broker.name} は監査ログを出力していません` },
      { at: ['auditLogs'] },
    );
  },
  examples: [
    fails(
      'only the general log',
      `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  logs {
    general = true
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
      Logs:
        General: true`,
      },
    ),
    passes(
      'both logs',
      `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  logs {
    audit   = true
    general = true
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
      Logs:
        Audit: true
        General: true`,
      },
    ),
    isNotApplicable(
      'RabbitMQ',
      `resource "aws_mq_broker" "orders" {
  broker_name = "orders"
  engine_type = "RabbitMQ"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      EngineType: RabbitMQ`,
      },
    ),
  ],
});
