/** Broker logs tell of failed logins, denied topics and brokers in trouble. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kafka brokers log', ja: 'Kafka ブローカーがログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.msk.cluster',
  why: {
    en: 'Without broker logs, failed logins, denied topics and broker trouble leave no trace.',
    ja: 'ブローカーログがないと、認証の失敗や拒否されたアクセス、ブローカーの異常が残りません。',
  },
  fix: {
    summary: {
      en: 'Send the broker logs to CloudWatch Logs, Firehose or S3.',
      ja: 'ブローカーログを CloudWatch Logs・Firehose・S3 のいずれかに送ってください。',
    },
    terraform: `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "/msk/orders"
      }
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: orders
      KafkaVersion: 3.8.x
      NumberOfBrokerNodes: 3
      LoggingInfo:
        BrokerLogs:
          CloudWatchLogs:
            Enabled: true
            LogGroup: /msk/orders`,
    cli: 'aws kafka update-monitoring --cluster-arn ARN --current-version VERSION --logging-info file://logging.json',
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html'],
  equivalents: ['CKV_AWS_80', 'AVD-AWS-0074', 'tfsec:aws-msk-enable-logging', 'cloudsploit:mskClusterLogging'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const isLogged = anyOf(
      () => cluster.logsToCloudWatch,
      () => cluster.logsToS3,
      () => cluster.logsToFirehose,
    );
    if (isLogged) return pass();
    return fail({
      en: `Cluster ${cluster.name} sends its broker logs nowhere`,
      ja: `クラスター ${cluster.name} はブローカーログをどこにも出力していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: orders
      KafkaVersion: 3.8.x
      NumberOfBrokerNodes: 3`,
      },
    ),
    fails(
      'switched off',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled = false
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: orders
      KafkaVersion: 3.8.x
      NumberOfBrokerNodes: 3
      LoggingInfo:
        BrokerLogs:
          CloudWatchLogs:
            Enabled: false`,
      },
    ),
    passes(
      'to a log group',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "/msk/orders"
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: orders
      KafkaVersion: 3.8.x
      NumberOfBrokerNodes: 3
      LoggingInfo:
        BrokerLogs:
          CloudWatchLogs:
            Enabled: true
            LogGroup: /msk/orders`,
      },
    ),
  ],
});
