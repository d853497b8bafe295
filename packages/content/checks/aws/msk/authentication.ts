/** Without authentication everybody in the network reads and writes every topic. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kafka clients must authenticate', ja: 'Kafka のクライアントに認証を要求する' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.msk.cluster',
  why: {
    en: 'Unless clients authenticate, everything that reaches the brokers reads and writes every topic.',
    ja: '認証がないと、ブローカーに到達できるものすべてがトピックを読み書きできます。',
  },
  fix: {
    summary: {
      en: 'Turn on IAM, SASL/SCRAM or TLS client authentication, and unauthenticated access off.',
      ja: 'IAM・SASL/SCRAM・TLS のクライアント認証を有効にし、未認証アクセスを無効にしてください。',
    },
    terraform: `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  client_authentication {
    sasl {
      iam = true
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
      ClientAuthentication:
        Sasl:
          Iam:
            Enabled: true`,
    cli: 'aws kafka update-security --cluster-arn ARN --current-version VERSION --client-authentication file://authentication.json',
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html'],
  equivalents: [
    'MSK.6',
    'prowler:kafka_cluster_unrestricted_access_disabled',
    'prowler:kafka_cluster_mutual_tls_authentication_enabled',
    'cloudsploit:mskClusterUnauthAccess',
  ],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const open = () =>
      fail({
        en: `Cluster ${cluster.name} lets clients in without authentication`,
        ja: `クラスター ${cluster.name} は認証なしのクライアントを受け入れます`,
      });
    const { allowsUnauthenticated } = cluster;
    if (allowsUnauthenticated === true) return open();
    if (allowsUnauthenticated === false) return pass();
    const authenticates = anyOf(
      () => cluster.usesIam,
      () => cluster.usesScram,
      () => cluster.usesTls,
    );
    return authenticates ? pass() : open();
  },
  examples: [
    fails(
      'nothing written',
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
      'unauthenticated clients besides IAM',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  client_authentication {
    unauthenticated = true
    sasl {
      iam = true
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
      ClientAuthentication:
        Unauthenticated:
          Enabled: true
        Sasl:
          Iam:
            Enabled: true`,
      },
    ),
    passes(
      'IAM',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  client_authentication {
    sasl {
      iam = true
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
      ClientAuthentication:
        Sasl:
          Iam:
            Enabled: true`,
      },
    ),
  ],
});
