/** A public broker is one password away from reading and forging every message. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Brokers are not public', ja: 'ブローカーが公開されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.mq.broker',
  why: {
    en: 'A public broker shows its console and its protocols to the whole internet; whoever guesses a user reads and forges messages.',
    ja: '公開されたブローカーは管理画面とプロトコルをインターネット全体に見せます。利用者名とパスワードが破られると、メッセージの閲覧や偽造が可能になります。',
  },
  fix: {
    edits: { terraform: [{ set: 'publicly_accessible', value: false }], cloudformation: [{ set: 'PubliclyAccessible', value: false }] },
    cautions: ['replaces', 'closes-access'],
    summary: {
      en: 'Set publicly_accessible to false and reach the broker inside the VPC.',
      ja: 'publicly_accessible を false にし、VPC 内から接続してください。',
    },
    terraform: `resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.m5.large"
  publicly_accessible = false
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      EngineType: ActiveMQ
      EngineVersion: "5.18"
      HostInstanceType: mq.m5.large
      PubliclyAccessible: false`,
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html'],
  equivalents: [
    'CKV_AWS_69',
    'AVD-AWS-0072',
    'tfsec:aws-mq-no-public-access',
    'prowler:mq_broker_not_publicly_accessible',
    'cloudsploit:mqBrokerPublicAccess',
  ],
  evaluate(broker) {
    if (!broker.isPublic) return pass();
    return fail({
      en: `Broker ${broker.name} is publicly accessible`,
      ja: `ブローカー ${broker.name} はパブリックアクセス可能です`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.m5.large"
  publicly_accessible = true
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
      PubliclyAccessible: true`,
      },
    ),
    passes(
      'inside the VPC',
      `resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.m5.large"
  publicly_accessible = false
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
      PubliclyAccessible: false`,
      },
    ),
    passes(
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
    isUnknown(
      'handed in',
      `variable "public" {}
resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "ActiveMQ"
  engine_version      = "5.18"
  host_instance_type  = "mq.m5.large"
  publicly_accessible = var.public
}`,
    ),
  ],
});
