/** Public brokers give the internet a login prompt to every topic. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kafka brokers are not public', ja: 'Kafka ブローカーが公開されていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.msk.cluster',
  why: {
    en: 'Public brokers have addresses on the internet: one stolen credential is enough to read and write topics from anywhere.',
    ja: '公開されたブローカーはインターネット上のアドレスを持ちます。認証情報が 1 つ漏れれば、どこからでもトピックを読み書きできます。',
  },
  fix: {
    summary: {
      en: 'Turn public access off and reach the brokers inside the VPC.',
      ja: 'パブリックアクセスを無効にし、VPC 内から接続してください。',
    },
    terraform: `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0123456789abcdef0"]
    security_groups = ["sg-0123456789abcdef0"]
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: orders
      KafkaVersion: 3.8.x
      NumberOfBrokerNodes: 3
      BrokerNodeGroupInfo:
        InstanceType: kafka.m7g.large
        ClientSubnets: [subnet-0123456789abcdef0]`,
    cli: 'aws kafka update-connectivity --cluster-arn ARN --current-version VERSION --connectivity-info PublicAccess={Type=DISABLED}',
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html'],
  equivalents: ['CKV_AWS_291', 'MSK.4', 'prowler:kafka_cluster_is_public', 'cloudsploit:mskClusterPublicAccess'],
  evaluate(cluster) {
    if (cluster.publicAccess === 'DISABLED') return pass();
    return fail({
      en: `Cluster ${cluster.name} has public brokers (${cluster.publicAccess})`,
      ja: `クラスター ${cluster.name} のブローカーは公開されています (${cluster.publicAccess})`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0123456789abcdef0"]
    security_groups = ["sg-0123456789abcdef0"]
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
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
      BrokerNodeGroupInfo:
        InstanceType: kafka.m7g.large
        ClientSubnets: [subnet-0123456789abcdef0]
        ConnectivityInfo:
          PublicAccess:
            Type: SERVICE_PROVIDED_EIPS`,
      },
    ),
    passes(
      'inside the VPC',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0123456789abcdef0"]
    security_groups = ["sg-0123456789abcdef0"]
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
      BrokerNodeGroupInfo:
        InstanceType: kafka.m7g.large
        ClientSubnets: [subnet-0123456789abcdef0]`,
      },
    ),
  ],
});
