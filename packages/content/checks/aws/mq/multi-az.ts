/** A single broker stops with its availability zone, and every message with it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Brokers run in more than one availability zone', ja: 'ブローカーが複数のアベイラビリティゾーンで動く' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.mq.broker',
  why: {
    en: 'A broker in one zone stops when the zone or its host does, and everything that talks through it waits.',
    ja: '単一ゾーンのブローカーはゾーンやホストの障害で停止し、それを使うすべての処理が待たされます。',
  },
  fix: {
    summary: {
      en: 'Choose ACTIVE_STANDBY_MULTI_AZ for ActiveMQ, CLUSTER_MULTI_AZ for RabbitMQ.',
      ja: 'ActiveMQ は ACTIVE_STANDBY_MULTI_AZ、RabbitMQ は CLUSTER_MULTI_AZ を選んでください。',
    },
    terraform: `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: orders
      EngineType: ActiveMQ
      EngineVersion: "5.18"
      HostInstanceType: mq.m5.large
      DeploymentMode: ACTIVE_STANDBY_MULTI_AZ`,
  },
  references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html'],
  equivalents: [
    'MQ.5',
    'MQ.6',
    'prowler:mq_broker_active_deployment_mode',
    'prowler:mq_broker_cluster_deployment_mode',
    'cloudsploit:mqDeploymentMode',
  ],
  noFramework: 'no control mapping yet',
  evaluate(broker) {
    if (broker.deploymentMode !== 'SINGLE_INSTANCE') return pass();
    return fail({
      en: `Broker ${broker.name} runs in a single zone (${broker.deploymentMode})`,
      ja: `ブローカー ${broker.name} は単一ゾーンで動いています (${broker.deploymentMode})`,
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
      'active and standby',
      `resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
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
      DeploymentMode: ACTIVE_STANDBY_MULTI_AZ`,
      },
    ),
  ],
});
