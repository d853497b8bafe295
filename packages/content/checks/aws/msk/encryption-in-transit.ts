/** Records on the wire are readable for whoever sits in between. */
import { defineCheck, fail, fails, pass, passes, shown, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kafka traffic is encrypted in transit', ja: 'Kafka の通信が暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.msk.cluster',
  why: {
    en: 'With plain text allowed, clients or brokers send records and credentials readably across the network.',
    ja: '平文を許すと、クライアントやブローカーがレコードや認証情報を読める形で送ります。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'encryption_info.encryption_in_transit.client_broker', value: 'TLS' },
        { set: 'encryption_info.encryption_in_transit.in_cluster', value: true },
      ],
      cloudformation: [
        { set: 'EncryptionInfo.EncryptionInTransit.ClientBroker', value: 'TLS' },
        { set: 'EncryptionInfo.EncryptionInTransit.InCluster', value: true },
      ],
    },
    cautions: ['may-replace', 'refuses-clients'],
    summary: {
      en: 'Set client_broker to TLS and in_cluster to true.',
      ja: 'client_broker を TLS、in_cluster を true にしてください。',
    },
    terraform: `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
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
      EncryptionInfo:
        EncryptionInTransit:
          ClientBroker: TLS
          InCluster: true`,
    cli: 'aws kafka update-security --cluster-arn ARN --current-version VERSION --encryption-info EncryptionInTransit={ClientBroker=TLS}',
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
  equivalents: [
    'CKV_AWS_81',
    'AVD-AWS-0073',
    'tfsec:aws-msk-enable-in-transit-encryption',
    'MSK.1',
    'prowler:kafka_cluster_in_transit_encryption_enabled',
    'cloudsploit:mskClusterEncryptionInTransit',
  ],
  evaluate(cluster) {
    const wrong = which({
      [`takes ${shown(() => cluster.clientTraffic) ?? 'plain text'} from clients`]: () => cluster.clientTraffic !== 'TLS',
      'does not encrypt between its brokers': () => !cluster.encryptsBetweenBrokers,
    });
    if (wrong === undefined) return pass();
    return fail({
      en: `Cluster ${cluster.name} ${wrong}`,
      ja: `クラスター ${cluster.name} に暗号化されない通信があります (クライアント: ${shown(() => cluster.clientTraffic) ?? '不明'})`,
    });
  },
  examples: [
    fails(
      'plain text as well',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT"
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
      EncryptionInfo:
        EncryptionInTransit:
          ClientBroker: TLS_PLAINTEXT`,
      },
    ),
    fails(
      'between brokers',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = false
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
      EncryptionInfo:
        EncryptionInTransit:
          ClientBroker: TLS
          InCluster: false`,
      },
    ),
    passes(
      'TLS',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
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
      EncryptionInfo:
        EncryptionInTransit:
          ClientBroker: TLS
          InCluster: true`,
      },
    ),
    passes(
      'not written: TLS is the default',
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
  ],
});
