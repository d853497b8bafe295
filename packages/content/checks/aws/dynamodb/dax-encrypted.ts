/** The cache holds the same items as the table behind it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DAX clusters are encrypted', ja: 'DAX クラスターが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dax.cluster',
  why: {
    en: 'Items that the table keeps encrypted lie unencrypted in the cache, which cannot be encrypted later.',
    ja: 'テーブルでは暗号化された項目が、キャッシュでは平文で保存されます。後から暗号化はできません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'server_side_encryption.enabled', value: true }],
      cloudformation: [{ set: 'SSESpecification.SSEEnabled', value: true }],
    },
    cautions: ['replaces'],
    summary: { en: 'Add server_side_encryption with enabled = true.', ja: 'server_side_encryption の enabled を true にしてください。' },
    terraform: `resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  node_type          = "dax.t3.small"
  replication_factor = 3

  server_side_encryption {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 3
      SSESpecification:
        SSEEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html'],
  equivalents: [
    'CKV_AWS_47',
    'AVD-AWS-0023',
    'tfsec:aws-dynamodb-enable-at-rest-encryption',
    'DynamoDB.3',
    'prowler:dynamodb_accelerator_cluster_encryption_enabled',
    'cloudsploit:daxClusterEncryption',
  ],
  evaluate(cluster) {
    if (cluster.isEncrypted) return pass();
    return fail({ en: `DAX cluster ${cluster.name} is not encrypted`, ja: `DAX クラスター ${cluster.name} は暗号化されていません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  node_type          = "dax.t3.small"
  replication_factor = 3
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 3`,
      },
    ),
    fails(
      'off',
      `resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  node_type          = "dax.t3.small"
  replication_factor = 3

  server_side_encryption {
    enabled = false
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 3
      SSESpecification:
        SSEEnabled: false`,
      },
    ),
    passes(
      'on',
      `resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  node_type          = "dax.t3.small"
  replication_factor = 3

  server_side_encryption {
    enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 3
      SSESpecification:
        SSEEnabled: true`,
      },
    ),
  ],
});
