/** A connector that fails or is misused tells so in its log only. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kafka connectors log', ja: 'Kafka コネクタがログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.msk.connector',
  why: {
    en: 'A connector that fails, or sends a topic where it should not, tells so in its log only.',
    ja: 'コネクタの失敗や想定外の転送はログにしか残りません。',
  },
  fix: {
    summary: {
      en: 'Send worker logs to CloudWatch Logs, Firehose or S3.',
      ja: 'ワーカーログを CloudWatch Logs・Firehose・S3 のいずれかに送ってください。',
    },
    terraform: `resource "aws_mskconnect_connector" "orders" {
  name                 = "orders"
  kafkaconnect_version = "2.7.1"
  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled   = true
        log_group = "/msk/connect"
      }
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::KafkaConnect::Connector
    Properties:
      ConnectorName: orders
      KafkaConnectVersion: 2.7.1
      LogDelivery:
        WorkerLogDelivery:
          CloudWatchLogs:
            Enabled: true
            LogGroup: /msk/connect`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-logging.html'],
  equivalents: ['MSK.5'],
  noFramework: 'no control mapping yet',
  evaluate(connector) {
    const isLogged = anyOf(
      () => connector.logsToCloudWatch,
      () => connector.logsToS3,
      () => connector.logsToFirehose,
    );
    if (isLogged) return pass();
    return fail({ en: `Connector ${connector.name} logs nowhere`, ja: `コネクタ ${connector.name} はログを出力していません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_mskconnect_connector" "orders" {
  name                 = "orders"
  kafkaconnect_version = "2.7.1"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KafkaConnect::Connector
    Properties:
      ConnectorName: orders
      KafkaConnectVersion: 2.7.1`,
      },
    ),
    passes(
      'to a log group',
      `resource "aws_mskconnect_connector" "orders" {
  name                 = "orders"
  kafkaconnect_version = "2.7.1"
  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled   = true
        log_group = "/msk/connect"
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KafkaConnect::Connector
    Properties:
      ConnectorName: orders
      KafkaConnectVersion: 2.7.1
      LogDelivery:
        WorkerLogDelivery:
          CloudWatchLogs:
            Enabled: true
            LogGroup: /msk/connect`,
      },
    ),
  ],
});
