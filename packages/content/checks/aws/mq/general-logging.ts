/** Without the general log nobody sees failed logins and stopped brokers. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Brokers publish their general log', ja: 'ブローカーが一般ログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.mq.broker',
  why: {
    en: 'The general log tells of connections, failures and configuration changes; without it an intrusion leaves no trace.',
    ja: '一般ログには接続、失敗、設定変更が残ります。出力しないと侵入の痕跡が残りません。',
  },
  fix: {
    edits: { terraform: [{ set: 'logs.general', value: true }], cloudformation: [{ set: 'Logs.General', value: true }] },
    summary: {
      en: 'Turn the general log on.',
      ja: '一般ログを有効にしてください。',
    },
    terraform: `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  logs {
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
        General: true`,
    cli: 'aws mq update-broker --broker-id ID --logs General=true',
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html'],
  equivalents: ['CKV_AWS_48', 'AVD-AWS-0071', 'tfsec:aws-mq-enable-general-logging', 'cloudsploit:mqLogExports'],
  noFramework: 'no control mapping yet',
  evaluate(broker) {
    if (broker.generalLogs) return pass();
    return fail({
      en: `Broker ${broker.name} does not publish its general log`,
      ja: `ブローカー ${broker.name} は一般ログを出力していません`,
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
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  logs {
    general = false
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
        General: false`,
      },
    ),
    passes(
      'switched on',
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
  ],
});
