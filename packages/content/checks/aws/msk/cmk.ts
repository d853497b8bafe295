import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kafka clusters are encrypted with a customer managed key', ja: 'Kafka クラスターがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.msk.cluster',
  why: {
    en: 'Topics keep days of records on disk. With a key of your own you decide who may decrypt them, see each use and can cut it off.',
    ja: 'トピックには数日分のレコードがディスクに残ります。自社の鍵なら、復号できる相手の限定、利用の記録、停止ができます。',
  },
  fix: {
    summary: {
      en: 'Name a KMS key of your own for encryption at rest; a cluster takes it only when it is created.',
      ja: '保存時暗号化に自社の KMS キーを指定してください。作成時にのみ設定できます。',
    },
    terraform: `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  encryption_info {
    encryption_at_rest_kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
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
        EncryptionAtRest:
          DataVolumeKMSKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
  equivalents: [
    'AVD-AWS-0179',
    'tfsec:aws-msk-enable-at-rest-encryption',
    'prowler:kafka_cluster_encryption_at_rest_uses_cmk',
    'cloudsploit:mskClusterCMKEncryption',
  ],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasCustomerKey) return pass();
    return fail({
      en: `Kafka cluster ${cluster.name} is not encrypted with a customer managed key`,
      ja: `Kafka クラスター ${cluster.name} はカスタマー管理キーで暗号化されていません`,
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
    passes(
      'a key of the account',
      `resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 3
  encryption_info {
    encryption_at_rest_kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
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
        EncryptionAtRest:
          DataVolumeKMSKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
