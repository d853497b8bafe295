/** A connector carries whole topics. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kafka connectors use TLS', ja: 'Kafka コネクタが TLS を使う' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.msk.connector',
  why: {
    en: 'A connector carries whole topics; in plain text everybody on the way reads them.',
    ja: 'コネクタはトピック全体を運びます。平文では途中の誰もが読めます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'kafka_cluster_encryption_in_transit.encryption_type', value: 'TLS' }],
      cloudformation: [{ set: 'KafkaClusterEncryptionInTransit.EncryptionType', value: 'TLS' }],
    },
    cautions: ['replaces', 'refuses-clients'],
    summary: {
      en: 'Set encryption_type to TLS.',
      ja: 'encryption_type を TLS にしてください。',
    },
    terraform: `resource "aws_mskconnect_connector" "orders" {
  name                 = "orders"
  kafkaconnect_version = "2.7.1"
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::KafkaConnect::Connector
    Properties:
      ConnectorName: orders
      KafkaConnectVersion: 2.7.1
      KafkaClusterEncryptionInTransit:
        EncryptionType: TLS`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect.html'],
  equivalents: ['MSK.3', 'prowler:kafka_connector_in_transit_encryption_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(connector) {
    if (connector.traffic === 'TLS') return pass();
    return fail({
      en: `Connector ${connector.name} talks to Kafka in plain text`,
      ja: `コネクタ ${connector.name} は平文で Kafka と通信します`,
    });
  },
  examples: [
    fails(
      'plain text',
      `resource "aws_mskconnect_connector" "orders" {
  name                 = "orders"
  kafkaconnect_version = "2.7.1"
  kafka_cluster_encryption_in_transit {
    encryption_type = "PLAINTEXT"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KafkaConnect::Connector
    Properties:
      ConnectorName: orders
      KafkaConnectVersion: 2.7.1
      KafkaClusterEncryptionInTransit:
        EncryptionType: PLAINTEXT`,
      },
    ),
    passes(
      'TLS',
      `resource "aws_mskconnect_connector" "orders" {
  name                 = "orders"
  kafkaconnect_version = "2.7.1"
  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KafkaConnect::Connector
    Properties:
      ConnectorName: orders
      KafkaConnectVersion: 2.7.1
      KafkaClusterEncryptionInTransit:
        EncryptionType: TLS`,
      },
    ),
  ],
});
